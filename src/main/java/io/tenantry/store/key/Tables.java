package io.tenantry.store.key;

import static io.tenantry.store.key.Key.Form.EXACT;
import static io.tenantry.store.key.Key.Form.FLAG;
import static io.tenantry.store.key.Key.Form.FOLDED;
import static io.tenantry.store.key.Key.Form.INSTANT;
import static io.tenantry.store.key.Key.Index.COARSE;
import static io.tenantry.store.key.Key.Index.NONE;
import static io.tenantry.store.key.Key.Index.UNIQUE;
import static io.tenantry.store.key.Key.Index.VALUE;

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
            List.of(Key.tokens("displayName"), Key.tokens("description")),
            keys(
                    FOLDED,
                    "displayName* userPrincipalName! givenName* surname* mail* mailNickname* department* jobTitle* city* state~"
                            + " country* usageLocation~ userType~ companyName~ employeeId* employeeType~ creationType* ageGroup*"
                            + " consentProvidedForMinor* externalUserState~ officeLocation mobilePhone postalCode streetAddress"
                            + " preferredLanguage~ onPremisesSecurityIdentifier* onPremisesUserPrincipalName*"
                            + " onPremisesSamAccountName* onPremisesImmutableId* description membershipRuleProcessingState*"
                            + " appId* uniqueName* roleTemplateId* applicationTemplateId* alternativeSecurityId*",
                    FLAG,
                    "accountEnabled securityEnabled* mailEnabled* isResourceAccount* isAssignableToRole* onPremisesSyncEnabled*",
                    INSTANT,
                    "createdDateTime* deletedDateTime"));

    /**
     * What the names of directory extensions begin with. By this property {@code object_value} has the names of those that a live
     * object holds.
     */
    public static final String EXTENSION = "extension_";

    /** Log entries of the provisioning service. */
    public static final Table PROVISIONING_LOG = Table.of(
            "provisioning_log",
            Set.of(),
            List.of(),
            keys(
                    INSTANT,
                    "activityDateTime*",
                    EXACT,
                    "jobId* cycleId* changeId provisioningAction* provisioningStatusInfo/status* sourceIdentity/id* targetIdentity/id"
                            + " servicePrincipal/id*"));

    /** Entries of the directory audit log. */
    public static final Table DIRECTORY_AUDIT = Table.of(
            "directory_audit",
            Set.of("targetResources/id"),
            List.of(),
            keys(INSTANT, "activityDateTime*", FOLDED, "activityDisplayName* category*", EXACT, "correlationId"));

    /** Properties whose index has the objects without a value too: in the migrations it is not narrowed to {@code is not null}. */
    private static final Set<String> INDEXED_NULLS = Set.of(
            "displayName",
            "createdDateTime",
            "givenName",
            "surname",
            "department",
            "jobTitle",
            "city",
            "country",
            "state",
            "usageLocation",
            "userType");

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

    /** Whether an index finds the objects that have no value in a property. */
    public static boolean findsNull(Table table, String path) {
        return table == DIRECTORY_OBJECT && INDEXED_NULLS.contains(path);
    }

    /** The shared table, its three reference columns bound to properties of one type. */
    private static Table references(String first, String second, String third) {
        return Table.of(
                "entity",
                Set.of(),
                List.of(),
                List.of(
                        new Key(first, "ref1", FOLDED, VALUE),
                        new Key(second, "ref2", FOLDED, VALUE),
                        new Key(third, "ref3", FOLDED, VALUE),
                        new Key("deletedDateTime", "deleted_date_time", INSTANT, NONE)));
    }

    /** Forms, each with the paths that have it; {@code *} marks those with an index, {@code ~} a coarse, {@code !} a unique one. */
    private static List<Key> keys(Object... formsAndPaths) {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < formsAndPaths.length; i += 2) {
            for (String path : ((String) formsAndPaths[i + 1]).split(" ")) {
                Key.Index index =
                        path.endsWith("*") ? VALUE : path.endsWith("~") ? COARSE : path.endsWith("!") ? UNIQUE : NONE;
                String name = index == NONE ? path : path.substring(0, path.length() - 1);
                keys.add(Key.of(name, (Key.Form) formsAndPaths[i], index));
            }
        }
        return keys;
    }
}
