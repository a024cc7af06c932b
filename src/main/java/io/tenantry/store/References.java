package io.tenantry.store;

import java.util.List;

/** The references between the objects of one tenant: members, owners, managers, sponsors. */
public final class References {
    /** Every kind that the Edm knows. */
    public static final List<String> KINDS = List.of("manager", "member", "owner", "sponsor");

    private final Session session;

    References(Session session) {
        this.session = session;
    }

    /** Adds a reference; false where it is there already. */
    public boolean relate(String kind, String source, String target) {
        return session.update(
                        "insert into relation (tenant, kind, source, target) values ({tenant},?,?,?) on conflict do nothing",
                        kind,
                        source,
                        target)
                == 1;
    }

    public boolean unrelate(String kind, String source, String target) {
        return session.update(
                        "delete from relation where tenant = {tenant} and kind = ? and source = ? and target = ?",
                        kind,
                        source,
                        target)
                == 1;
    }

    /** Ids that a source refers to. */
    public List<String> targets(String kind, String source) {
        return session.query(
                "select target from relation where tenant = {tenant} and kind = ? and source = ? order by target",
                row -> row.getString(1),
                kind,
                source);
    }

    /** Ids that refer to a target. */
    public List<String> sources(String kind, String target) {
        return session.query(
                "select source from relation where tenant = {tenant} and kind = ? and target = ? order by source",
                row -> row.getString(1),
                kind,
                target);
    }
}
