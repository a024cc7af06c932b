package io.tenantry.store;

import static io.tenantry.store.Key.Form.EXACT;
import static io.tenantry.store.Key.Form.FLAG;
import static io.tenantry.store.Key.Form.FOLDED;
import static io.tenantry.store.Key.Form.INSTANT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which table holds which type, and what its key columns are. The migrations hold the same columns. */
public final class Tables {
    /** Users, groups, applications, service principals, directory roles: what {@code directoryObjects} answers for. */
    public static final Table DIRECTORY_OBJECT = Table.of(
            "directory_object",
            Set.of(
                    "proxyAddresses",
                    "otherMails",
                    "businessPhones",
                    "imAddresses",
                    "groupTypes",
                    "resourceBehaviorOptions",
                    "resourceProvisioningOptions",
                    "infoCatalogs",
                    "alternativeNames",
                    "assignedLicenses/skuId",
                    "assignedPlans/servicePlanId",
                    "identities/issuer",
                    "identities/issuerAssignedId",
                    "identities/signInType",
                    "servicePrincipalNames",
                    "identifierUris",
                    "tags"),
            keys(
                    FOLDED,
                    "displayName userPrincipalName givenName surname mail mailNickname department jobTitle city state country"
                            + " companyName officeLocation employeeId employeeType mobilePhone postalCode streetAddress"
                            + " preferredLanguage usageLocation userType creationType externalUserState description appId uniqueName"
                            + " roleTemplateId applicationTemplateId alternativeSecurityId",
                    FLAG,
                    "accountEnabled securityEnabled mailEnabled",
                    INSTANT,
                    "createdDateTime deletedDateTime"));

    /** Log entries of the provisioning service. */
    public static final Table PROVISIONING_LOG = Table.of(
            "provisioning_log",
            Set.of(),
            keys(
                    INSTANT,
                    "activityDateTime",
                    EXACT,
                    "jobId cycleId changeId provisioningAction provisioningStatusInfo/status sourceIdentity/id targetIdentity/id"
                            + " servicePrincipal/id"));

    /** Entries of the directory audit log. */
    public static final Table DIRECTORY_AUDIT = Table.of(
            "directory_audit",
            Set.of("targetResources/id"),
            keys(INSTANT, "activityDateTime", FOLDED, "activityDisplayName category", EXACT, "correlationId"));

    private static final Map<String, Table> BY_TYPE = Map.ofEntries(
            Map.entry("user", DIRECTORY_OBJECT),
            Map.entry("group", DIRECTORY_OBJECT),
            Map.entry("application", DIRECTORY_OBJECT),
            Map.entry("servicePrincipal", DIRECTORY_OBJECT),
            Map.entry("directoryRole", DIRECTORY_OBJECT),
            Map.entry("directoryObject", DIRECTORY_OBJECT),
            Map.entry("provisioningObjectSummary", PROVISIONING_LOG),
            Map.entry("directoryAudit", DIRECTORY_AUDIT),
            Map.entry("appRoleAssignment", references("principalId", "resourceId", "appRoleId")),
            Map.entry("oAuth2PermissionGrant", references("clientId", "resourceId", "principalId")),
            Map.entry("unifiedRoleAssignment", references("principalId", "roleDefinitionId", "directoryScopeId")),
            Map.entry("extensionProperty", references("name", "appId", "dataType")),
            Map.entry("synchronizationJob", references("templateId", "appId", "targetTenantId")));

    private static final Table ENTITY = references("displayName", "state", "tenantId");

    private Tables() {}

    /** The table of an entity type; types without key columns of their own share one. */
    public static Table of(String type) {
        return BY_TYPE.getOrDefault(type, ENTITY);
    }

    /** The shared table, its three reference columns bound to properties of one type. */
    private static Table references(String first, String second, String third) {
        return Table.of(
                "entity",
                Set.of(),
                List.of(
                        new Key(first, "ref1", FOLDED),
                        new Key(second, "ref2", FOLDED),
                        new Key(third, "ref3", FOLDED),
                        new Key("deletedDateTime", "deleted_date_time", INSTANT)));
    }

    private static List<Key> keys(Object... formsAndPaths) {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < formsAndPaths.length; i += 2) {
            for (String path : ((String) formsAndPaths[i + 1]).split(" ")) {
                keys.add(Key.of(path, (Key.Form) formsAndPaths[i]));
            }
        }
        return keys;
    }
}
