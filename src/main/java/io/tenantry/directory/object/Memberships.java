package io.tenantry.directory.object;

import io.tenantry.store.Session;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an object belongs to over any number of groups (directory.md §4.7), found in one statement. */
public final class Memberships {
    /** Ids of everything that holds the object as a member; a deleted group hands nothing on. */
    private static final String UP =
            """
            with recursive up(id) as (
              select r.source from relation r
              where r.tenant = {tenant} and r.kind = 'member' and r.target = ?
              union
              select r.source from relation r
              join up on r.target = up.id
              join directory_object g on g.tenant = r.tenant and g.id = up.id and g.deleted_date_time is null
              where r.tenant = {tenant} and r.kind = 'member')
            select o.id, o.role_template_id from up
            join directory_object o on o.tenant = {tenant} and o.id = up.id
            where o.deleted_date_time is null""";

    private Memberships() {}

    /** Ids of the groups that the object belongs to, directly or not. */
    public static List<String> groups(Session session, String object, boolean securityEnabledOnly) {
        String security = securityEnabledOnly ? " and o.security_enabled = 1" : "";
        return ids(session, UP + " and o.type = 'group'" + security, object);
    }

    /** Groups, and directory roles too. */
    public static List<String> objects(Session session, String object, boolean securityEnabledOnly) {
        String security = securityEnabledOnly ? " and (o.type <> 'group' or o.security_enabled = 1)" : "";
        return ids(session, UP + security, object);
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
        return ids(session, UP + type + " and o.id in ?", object, folded);
    }

    /** Template ids of the directory roles that an object holds by itself or through groups. */
    public static Set<String> roles(Session session, String object) {
        return Set.copyOf(session.query(UP + " and o.type = 'directoryRole'", row -> row.getString(2), object));
    }

    private static List<String> ids(Session session, String sql, Object... parameters) {
        return session.query(sql + " order by o.id", row -> row.getString(1), parameters);
    }
}
