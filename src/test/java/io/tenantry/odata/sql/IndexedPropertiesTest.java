package io.tenantry.odata.sql;

import static io.tenantry.odata.sql.PlanWorld.MODEL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.odata.edm.Property.Search;
import io.tenantry.odata.edm.Property.Sort;
import io.tenantry.store.key.Table;
import io.tenantry.store.key.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the Edm lets a collection that tenants hold many of be filtered, sorted or searched by is found by its index on both databases, or
 * stands here as an exception.
 */
@Execution(ExecutionMode.CONCURRENT)
class IndexedPropertiesTest {
    private static final List<String> OPERATORS = List.of("eq", "in", "startsWith", "ge", "le");
    private static final Set<String> RANGES = Set.of("startsWith", "ge", "le");
    /** How much these leave to be counted, PostgreSQL guesses from the values of all tenants. */
    private static final Set<String> LIMITS = Set.of("ge", "le");

    /** What no index finds, and why: such a filter reads the collection until the page is full. */
    private static final Set<String> WITHOUT_INDEX = named(
            // nothing live is deleted
            "user deletedDateTime, group deletedDateTime, application deletedDateTime, servicePrincipal deletedDateTime,"
                    + " directoryRole deletedDateTime, appRoleAssignment deletedDateTime, extensionProperty deletedDateTime",
            // an index has the disabled ones; enabled ones are everywhere
            "user accountEnabled, servicePrincipal accountEnabled",
            // as long as a text may be, an index takes no key
            "group description, group membershipRule, application description, servicePrincipal description",
            // only advanced queries may filter by these, and each index is paid for with every user
            "user faxNumber, user mobilePhone, user officeLocation, user postalCode, user streetAddress, user passwordPolicies,"
                    + " user showInAddressList, user securityIdentifier, user employeeHireDate, user employeeLeaveDateTime,"
                    + " user employeeOrgData, user externalUserStateChangeDateTime, user onPremisesExtensionAttributes,"
                    + " user onPremisesLastSyncDateTime, user onPremisesProvisioningErrors, user provisionedPlans",
            // Tenantry gives no user any, or all of them the same
            "user signInActivity, user assignedPlans/assignedDateTime, user assignedPlans/capabilityStatus, user assignedPlans/service",
            // groups and applications are few beside users
            "group classification, group expirationDateTime, group hasMembersWithLicenseErrors, group onPremisesExtensionAttributes,"
                    + " group onPremisesLastSyncDateTime, group onPremisesProvisioningErrors, group renewedDateTime,"
                    + " application disabledByMicrosoftStatus, application notes, application publisherDomain,"
                    + " application serviceManagementReference, application signInAudience, servicePrincipal appOwnerOrganizationId,"
                    + " servicePrincipal appRoleAssignmentRequired, servicePrincipal disabledByMicrosoftStatus,"
                    + " servicePrincipal homepage, servicePrincipal notes, servicePrincipal preferredSingleSignOnMode,"
                    + " servicePrincipal servicePrincipalType",
            // so are these, or the path has narrowed them to one object
            "crossTenantAccessPolicyConfigurationPartner isInMultiTenantOrganization,"
                    + " crossTenantAccessPolicyConfigurationPartner isServiceProvider, unifiedRoleDefinition isBuiltIn,"
                    + " unifiedRoleDefinition templateId, oAuth2PermissionGrant consentType, appRoleAssignment principalDisplayName,"
                    + " appRoleAssignment principalType",
            // names beside ids that have an index, and what nearly every entry has in common: logs are read by time
            "directoryAudit loggedByService, directoryAudit result, directoryAudit targetResources/displayName,"
                    + " directoryAudit targetResources/groupType, directoryAudit targetResources/type,"
                    + " directoryAudit targetResources/userPrincipalName, provisioningObjectSummary durationInMilliseconds,"
                    + " provisioningObjectSummary initiatedBy, provisioningObjectSummary servicePrincipal/displayName,"
                    + " provisioningObjectSummary sourceIdentity/displayName, provisioningObjectSummary sourceIdentity/identityType,"
                    + " provisioningObjectSummary sourceSystem, provisioningObjectSummary targetIdentity/displayName,"
                    + " provisioningObjectSummary targetIdentity/identityType, provisioningObjectSummary targetSystem,"
                    + " provisioningObjectSummary tenantId",
            // different in every entry, so that each would scatter the writes of a cycle
            "provisioningObjectSummary changeId, provisioningObjectSummary targetIdentity/id, directoryAudit correlationId");

    private static Set<String> named(String... reasons) {
        return Set.of(String.join(", ", reasons).split(", "));
    }

    static Stream<Served> sets() {
        return Served.SETS.stream();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void whatHasAnIndexIsFilteredByIt(Served served) {
        List<String> objections = FilterPath.of(MODEL, served.type()).stream()
                .filter(FilterPath::isIndexed)
                .flatMap(path -> objections(served, path))
                .toList();

        assertEquals(List.of(), objections);
    }

    private static Stream<String> objections(Served served, FilterPath path) {
        return OPERATORS.stream().filter(path::takes).flatMap(operator -> {
            String options = "$filter=" + path.filter(operator);
            List<String> objections = new ArrayList<>(Plans.strayed(served, options, path.columns()));
            if (RANGES.contains(operator) && path.isPagedInItsOrder()) {
                objections.addAll(Plans.sorted(served, options, path.columns()));
            }
            if (!LIMITS.contains(operator)) {
                objections.addAll(Plans.strayedInCount(served, options, path.columns()));
            }
            return objections.stream().map(objection -> options + ": " + objection);
        });
    }

    @ParameterizedTest
    @MethodSource("sets")
    void whatIsSortedByIsReadInItsOrder(Served served) {
        List<String> objections = served.type().properties().stream()
                .filter(property -> property.sort() != Sort.NONE)
                .flatMap(property -> Stream.of("$orderby=" + property.name(), "$orderby=" + property.name() + " desc"))
                .flatMap(options ->
                        Plans.sorted(served, options, Set.of()).stream().map(objection -> options + ": " + objection))
                .toList();

        assertEquals(List.of(), objections);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void whatIsSearchedIsFoundByItsTokensOrBeginning(Served served) {
        List<String> objections = FilterPath.of(MODEL, served.type()).stream()
                .filter(path ->
                        path.searched() != Search.NONE && (path.searched() == Search.TOKENS || path.isIndexed()))
                .flatMap(path -> {
                    String options =
                            "$search=\"" + path.joined() + ":" + path.value(777).asText() + "\"";
                    Set<String> columns = path.searched() == Search.TOKENS ? Set.of("token", "c.id") : path.columns();
                    return Plans.strayed(served, options, columns).stream()
                            .map(objection -> options + ": " + objection);
                })
                .toList();

        assertEquals(List.of(), objections);
    }

    /** What has key columns of its own is what a tenant may hold many of; of all else it holds few, and reading these takes no index. */
    @Test
    void everyTypeWithKeysOfItsOwnIsLookedAt() {
        Table shared = Tables.of("");
        Set<String> keyed = new TreeSet<>();
        MODEL.types().stream()
                .filter(type -> type.entity() && Tables.of(type.name()) != shared)
                .filter(type -> FilterPath.of(MODEL, type).stream().anyMatch(path -> !isOfEvery(path)))
                .forEach(type -> keyed.add(type.name()));
        Served.SETS.forEach(served -> keyed.remove(served.type().name()));

        assertEquals(Set.of(), keyed);
    }

    private static boolean isOfEvery(FilterPath path) {
        return Set.of("id", "deletedDateTime").contains(path.joined());
    }

    @Test
    void nothingElseIsFilteredWithoutIndex() {
        Set<String> without = new TreeSet<>();
        for (Served served : Served.SETS) {
            FilterPath.of(MODEL, served.type()).stream()
                    .filter(path -> !path.isIndexed() && OPERATORS.stream().anyMatch(path::takes))
                    .map(FilterPath::named)
                    .forEach(without::add);
        }

        assertEquals(new TreeSet<>(WITHOUT_INDEX), without);
    }
}
