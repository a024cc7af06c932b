package io.tenantry.directory.object;

import io.tenantry.store.Dialect;
import io.tenantry.store.Session;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an object belongs to over any number of groups (directory.md §4.7), found in one statement. */
public final class Memberships {
    private Memberships() {}

    /** Ids of the groups that the object belongs to, directly or not. */
    public static List<String> groups(Session session, String object, boolean securityEnabledOnly) {
        String security = securityEnabledOnly ? " and o.security_enabled = 1" : "";
        return ids(session, up(session) + " and o.type = 'group'" + security, object);
    }

    /** Groups, and directory roles too. */
    public static List<String> objects(Session session, String object, boolean securityEnabledOnly) {
        String security = securityEnabledOnly ? " and (o.type <> 'group' or o.security_enabled = 1)" : "";
        return ids(session, up(session) + security, object);
    }

    /** Those of the candidates that the object belongs to; unknown ones are left out. */
    public static List<String> among(
            Session session, String object, Collection<String> candidates, boolean groupsOnly) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<String> folded =
                candidates.stream().map(id -> id.toLowerCase(Locale.ROOT)).toList();
        String type = groupsOnly ? " and o.type = 'group'" : "";
        return ids(session, up(session) + type + " and o.id in ?", object, folded);
    }

    /** Template ids of the directory roles that an object holds by itself or through groups. */
    public static Set<String> roles(Session session, String object) {
        return Set.copyOf(
                session.query(up(session) + " and o.type = 'directoryRole'", row -> row.getString(2), object));
    }

    /** Ids of everything that holds the object as a member, step by step; a deleted group hands nothing on. */
    private static String up(Session session) {
        Dialect dialect = session.dialect();
        return "with recursive up(id) as ("
                + "select source from relation where tenant = {tenant} and kind = 'member' and target = ?"
                + " union select r.source from up"
                + dialect.leadingTo(
                        "directory_object", "g", "g.tenant = {tenant} and g.id = up.id and g.deleted_date_time is null")
                + dialect.leadingTo("relation", "r", "r.tenant = {tenant} and r.kind = 'member' and r.target = g.id")
                + ") select o.id, o.role_template_id from up"
                + dialect.leadingTo("directory_object", "o", "o.tenant = {tenant} and o.id = up.id")
                + " where o.deleted_date_time is null";
    }

    private static List<String> ids(Session session, String sql, Object... parameters) {
        return session.query(sql + " order by o.id", row -> row.getString(1), parameters);
    }
}
