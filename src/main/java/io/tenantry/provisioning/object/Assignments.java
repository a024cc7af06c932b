package io.tenantry.provisioning.object;

import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is assigned to a configuration: directly, or as direct member of an assigned group; nested groups are never expanded. */
public final class Assignments {
    private static final String DIRECT =
            "select e.ref1, e.ref3 from entity e where e.tenant = {tenant} and e.type = 'appRoleAssignment' and e.parent = ?"
                    + " and e.deleted_date_time is null and e.ref1 in ?";
    private static final String BY_GROUP =
            "select r.target, e.ref3 from relation r join entity e on e.tenant = r.tenant and e.type = 'appRoleAssignment'"
                    + " and e.ref1 = r.source and e.parent = ? and e.deleted_date_time is null"
                    + " join directory_object g on g.tenant = r.tenant and g.id = r.source and g.deleted_date_time is null"
                    + " where r.tenant = {tenant} and r.kind = 'member' and r.target in ?";

    private static final String PRINCIPALS =
            "select distinct e.ref1 from entity e where e.tenant = {tenant} and e.type = 'appRoleAssignment' and e.parent = ?"
                    + " and e.deleted_date_time is null and (e.ref1 = ? or e.ref1 in (select r.source from relation r"
                    + " where r.tenant = {tenant} and r.kind = 'member' and r.target = ?))";

    private static final String ANY =
            "select 1 from entity where tenant = {tenant} and type = 'appRoleAssignment' and parent = ?"
                    + " and deleted_date_time is null limit 1";

    private Assignments() {}

    private record Assigned(String principal, String role) {}

    /** Id of each assigned user among these → ids of the app roles by which he is. */
    public static Map<String, Set<String>> of(Session source, String servicePrincipal, Collection<String> users) {
        return roles(source, List.of(DIRECT, BY_GROUP), servicePrincipal, users);
    }

    /** The same of whom is assigned himself: a group that is in an assigned group is not. */
    public static Map<String, Set<String>> direct(Session source, String servicePrincipal, Collection<String> groups) {
        return roles(source, List.of(DIRECT), servicePrincipal, groups);
    }

    /** The next groups that are assigned, by id. */
    public static List<Entity> groups(Session source, String servicePrincipal, String after, int limit) {
        return source.query(
                "select o.type, o.id, '', o.body from directory_object o where o.tenant = {tenant} and o.type = 'group'"
                        + " and o.deleted_date_time is null and o.id > ? and exists (select 1 from entity e"
                        + " where e.tenant = o.tenant and e.type = 'appRoleAssignment' and e.parent = ? and e.ref1 = o.id"
                        + " and e.deleted_date_time is null) order by o.id limit ?",
                Session::entity,
                after,
                servicePrincipal,
                limit);
    }

    private static Map<String, Set<String>> roles(
            Session source, List<String> statements, String servicePrincipal, Collection<String> principals) {
        Map<String, Set<String>> roles = new HashMap<>();
        boolean nobody = principals.isEmpty() || !any(source, servicePrincipal);
        for (String statement : nobody ? List.<String>of() : statements) {
            source.query(
                            statement,
                            row -> new Assigned(row.getString(1), row.getString(2)),
                            servicePrincipal,
                            principals)
                    .forEach(each -> roles.merge(each.principal, Set.of(each.role), Assignments::both));
        }
        return roles;
    }

    /** Where everyone is in scope, often nobody is assigned. */
    private static boolean any(Session source, String servicePrincipal) {
        return !source.query(ANY, row -> row.getInt(1), servicePrincipal).isEmpty();
    }

    private static Set<String> both(Set<String> roles, Set<String> others) {
        if (roles.containsAll(others)) {
            return roles;
        }
        Set<String> both = new HashSet<>(roles);
        both.addAll(others);
        return both;
    }

    /** Live users and groups through which a user is assigned. */
    public static List<Entity> through(Session source, String servicePrincipal, String user) {
        return source.objects(source.query(PRINCIPALS, row -> row.getString(1), servicePrincipal, user, user));
    }
}
