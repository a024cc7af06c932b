package io.tenantry.odata.sql;

import static io.tenantry.odata.sql.PlanWorld.HUB;
import static io.tenantry.odata.sql.PlanWorld.MODEL;

import io.tenantry.family.CollectionSource;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.store.key.Table;
import io.tenantry.store.key.Tables;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A collection that is read from the store.
 *
 * @param cast short name of the type that a cast segment asks for, null without one
 */
record Served(String tenant, String path, CollectionSource source, StructuredType type, String cast) {
    static final Served USUAL_USERS =
            new Served("birch", "/users", new CollectionSource.All("user"), MODEL.type("user"), null);

    /** What a tenant may hold many of, one of a type. */
    static final List<Served> SETS = List.of(
            all("/users", "user"),
            all("/groups", "group"),
            all("/applications", "application"),
            all("/servicePrincipals", "servicePrincipal"),
            all("/directoryRoles", "directoryRole"),
            all("/oauth2PermissionGrants", "oAuth2PermissionGrant"),
            all("/domains", "domain"),
            all("/applicationTemplates", "applicationTemplate"),
            all("/roleManagement/directory/roleAssignments", "unifiedRoleAssignment"),
            all("/roleManagement/directory/roleDefinitions", "unifiedRoleDefinition"),
            all("/policies/crossTenantAccessPolicy/partners", "crossTenantAccessPolicyConfigurationPartner"),
            all("/tenantRelationships/multiTenantOrganization/tenants", "multiTenantOrganizationMember"),
            all("/auditLogs/directoryAudits", "directoryAudit"),
            all("/auditLogs/provisioning", "provisioningObjectSummary"),
            children("/servicePrincipals/{}/appRoleAssignedTo", "appRoleAssignment"),
            children("/servicePrincipals/{}/synchronization/jobs", "synchronizationJob"),
            children("/applications/{}/extensionProperties", "extensionProperty"));

    /** What the Edm keeps as references, as it is and cast. */
    static final List<Served> RELATIONSHIPS = relationships().toList();

    /** What belongs to one object in other ways. */
    static final List<Served> OTHERS = Stream.of(
                    Stream.of("user", "group", "application", "servicePrincipal")
                            .map(type ->
                                    of("/directory/deletedItems/" + type, new CollectionSource.Deleted(type), type)),
                    Stream.of(
                            having("/users/{}/appRoleAssignments", "appRoleAssignment", "principalId"),
                            having("/users/{}/oauth2PermissionGrants", "oAuth2PermissionGrant", "principalId"),
                            having(
                                    "/servicePrincipals/{}/oauth2PermissionGrants",
                                    "oAuth2PermissionGrant",
                                    "clientId")),
                    RELATIONSHIPS.stream())
            .flatMap(each -> each)
            .toList();

    private static Served all(String path, String type) {
        return of(path, new CollectionSource.All(type), type);
    }

    private static Served children(String path, String type) {
        return of(path, new CollectionSource.Children(type, HUB), type);
    }

    private static Served having(String path, String type, String key) {
        return of(path, new CollectionSource.Having(type, key, HUB), type);
    }

    private static Served of(String path, CollectionSource source, String type) {
        return new Served("alder", path, source, MODEL.type(type), null);
    }

    private static Stream<Served> relationships() {
        return MODEL.types().stream()
                .filter(type -> type.isA("directoryObject"))
                .flatMap(type -> type.navigations().stream()
                        .filter(navigation ->
                                navigation.collection() && navigation.relation().isPresent())
                        .flatMap(navigation -> related(type.name(), navigation)));
    }

    private static Stream<Served> related(String owner, Navigation navigation) {
        Navigation.Relation relation = navigation.relation().orElseThrow();
        CollectionSource source =
                new CollectionSource.Related(relation.kind(), HUB, relation.inverse(), relation.transitive());
        String path = "/" + owner + "s/{}/" + navigation.name();
        return Stream.of(
                of(path, source, navigation.target()),
                new Served("alder", path + "/user", source, MODEL.type("user"), "user"),
                new Served("alder", path + "/group", source, MODEL.type("group"), "group"));
    }

    static Served at(String path) {
        return Stream.concat(SETS.stream(), OTHERS.stream())
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    boolean isTransitive() {
        return source instanceof CollectionSource.Related related && related.transitive();
    }

    /** What leads to the rows of a page where no order is asked for. */
    Set<String> order() {
        if (source instanceof CollectionSource.Related) {
            return Set.of("source", "target", "c.id");
        }
        Table table = Tables.of(type.name());
        if (source instanceof CollectionSource.Having having) {
            return Set.of(table.key(having.path()).orElseThrow().column());
        }
        if (source instanceof CollectionSource.Deleted) {
            return Set.of("deleted_date_time");
        }
        return table.isLog() ? Set.of("activity_date_time") : Set.of("id");
    }

    @Override
    public String toString() {
        return path;
    }
}
