package io.tenantry.odata.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No query by what is indexed reads a tenant: both databases are asked for the plans of its second page. */
@Execution(ExecutionMode.CONCURRENT)
class PlanTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // the columns that may find the rows; c.id leads from few candidates to them
                "''                                                       | id",
                "$filter=department eq 'dep1'                             | department",
                "$filter=department eq 'dep1' and accountEnabled eq true  | department",
                "$filter=userType eq 'Member' and jobTitle eq 'Job7'      | job_title",
                "$filter=userType eq 'Guest'                              | user_type c.id",
                "$filter=usageLocation eq 'GB'                            | usage_location c.id",
                "$filter=accountEnabled eq false                          | id",
                "$filter=accountEnabled eq true                           | id",
                "$filter=city ne null                                     | id",
                "$filter=creationType eq 'Invitation'                     | creation_type",
                "$filter=onPremisesSyncEnabled eq true                    | on_premises_sync_enabled",
                "$filter=onPremisesImmutableId eq 'x'                     | on_premises_immutable_id",
                "$filter=mail eq 'person7@alder.example'                  | mail",
                "$filter=userPrincipalName eq 'person7@alder.example'     | user_principal_name",
                "$filter=startsWith(displayName,'person 1')               | display_name",
                "$filter=startsWith(userPrincipalName,'person1')          | user_principal_name",
                "$filter=startsWith(mail,'person1')                       | mail",
                "$filter=startsWith(employeeId,'E1') and accountEnabled eq true | employee_id",
                "$filter=surname ge 'sur1' and surname le 'sur2'          | surname",
                "$filter=createdDateTime ge 2023-11-14T23:00:00Z          | created_date_time",
                "$filter=jobTitle in ('Job1','Job2')                      | job_title c.id",
                "$filter=userType in ('Member','Guest')                   | id",
                "$filter=city eq 'City1' or jobTitle eq 'Job3'            | city job_title c.id",
                "$filter=city eq 'City1' or startsWith(displayName,'person 11') | city display_name c.id",
                "$filter=proxyAddresses/any(p:p eq 'smtp:person7@alder.example') | value object_id c.id",
                "$filter=otherMails/any(p:startsWith(p,'p77'))            | value object_id c.id",
                "$filter=proxyAddresses/any(p:startsWith(p,'smtp:'))      | id object_id",
                "$filter=id in ('a','b')                                  | id",
                "$filter=ownedObjects/$count eq 0                         | id target",
                "$orderby=displayName                                     | display_name",
                "$orderby=displayName desc                                | display_name",
                "$orderby=userPrincipalName                               | user_principal_name",
                "$orderby=userPrincipalName desc                          | user_principal_name",
                "$orderby=createdDateTime                                 | created_date_time",
                "$orderby=createdDateTime desc                            | created_date_time",
                "$filter=surname eq 'sur1'&$orderby=displayName           | surname display_name c.id",
                "$filter=userType eq 'Member'&$orderby=displayName        | display_name",
                "$filter=startsWith(displayName,'person 1')&$orderby=displayName desc | display_name",
                "$search=\"displayName:77\"                               | token c.id",
                "$search=\"displayName:person 77\"&$orderby=displayName   | token display_name c.id",
                "$search=\"displayName:person\"                           | token c.id",
                "$search=\"displayName:77\" OR \"mail:person8\"           | token mail id c.id",
            })
    void anIndexFindsWhatAPageOfUsersShows(String options, String columns) {
        assertEquals(List.of(), Plans.strayed(Served.USUAL_USERS, options, columns(columns)));
    }

    /** PostgreSQL guesses how many are null over all types, groups included, and may rather walk through the users. */
    @Test
    void whatIsNullIsFoundByAnIndexOfTheEmbeddedStore() {
        List<String> objections = Plans.strayed(Served.USUAL_USERS, "$filter=city eq null", Set.of("city"));
        assertEquals(
                List.of(),
                objections.stream().filter(each -> each.startsWith("SQLITE")).toList());
    }

    /** PostgreSQL guesses here too, and has no index for the ends of values. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "$filter=userType ne 'Member'                        | user_type c.id",
                "$filter=not(userType eq 'Member')                   | user_type c.id",
                "$filter=not(userType in ('Member','Other'))         | user_type c.id",
                "$filter=not(startsWith(displayName,'person'))       | display_name c.id",
                "$filter=not(surname ge 'sur') and city ne 'x'       | surname c.id",
                "$filter=not(userType eq 'Member' or city eq 'x')    | user_type city c.id",
                "$filter=endsWith(mail,'n7777@alder.example')        | c.id",
                "$filter=endsWith(userPrincipalName,'@else.example') | c.id",
                "$filter=ownedObjects/$count eq 1                    | kind c.id",
                "$filter=ownedObjects/$count ne 0                    | kind c.id",
            })
    void whatIsLeftBesideAValueIsFoundByAnIndexOfTheEmbeddedStore(String options, String columns) {
        List<String> objections = new ArrayList<>(Plans.strayed(Served.USUAL_USERS, options, columns(columns)));
        objections.addAll(Plans.strayedInCount(Served.USUAL_USERS, options, columns(columns)));
        assertEquals(
                List.of(),
                objections.stream().filter(each -> each.startsWith("SQLITE")).toList());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/servicePrincipals | $filter=displayName eq 'servicePrincipal-displayName-00007' | display_name",
                "/servicePrincipals | $filter=accountEnabled eq false and tags/any(t:t eq 'x') | value object_id c.id",
                "/groups | $filter=groupTypes/any(t:t eq 'group-groupTypes-00007') and mailEnabled eq true | value object_id c.id mail_enabled",
                "/groups | $filter=startsWith(displayName,'group-displayName-00')&$orderby=displayName desc | display_name",
                "/directoryRoles | $filter=roleTemplateId eq 'x' | role_template_id",
                "/oauth2PermissionGrants | $filter=clientId eq 'x' and consentType eq 'AllPrincipals' | ref1",
                "/policies/crossTenantAccessPolicy/partners | $filter=tenantId eq 'x' | ref3",
                "/roleManagement/directory/roleAssignments | $filter=principalId eq 'x' and roleDefinitionId eq 'y' | ref1 ref2",
                "/auditLogs/provisioning | $filter=id eq 'x'&$top=20 | id",
                "/auditLogs/provisioning | $filter=activityDateTime gt 2023-07-30 and activityDateTime lt 2023-11-15 | activity_date_time",
                "/auditLogs/provisioning | $filter=((contains(tolower(servicePrincipal/id), 'x') or contains(tolower(servicePrincipal/displayName), 'x')) and activityDateTime gt 2023-07-30 and activityDateTime lt 2023-07-31)&$top=500&$orderby=activityDateTime desc | activity_date_time",
                "/auditLogs/provisioning | $filter=jobId eq 'x' and provisioningStatusInfo/status eq 'failure' | job_id provisioning_status_info_status",
                "/auditLogs/provisioning | $filter=cycleId eq 'x'&$orderby=activityDateTime | cycle_id",
                "/auditLogs/directoryAudits | $filter=activityDateTime ge 2023-11-14 and activityDisplayName eq 'Add user' | activity_display_name",
                "/auditLogs/directoryAudits | $filter=targetResources/any(t:t/id eq 'directoryAudit-id-00007') | value object_id c.id",
                "/directory/deletedItems/user | $filter=deletedDateTime ge 2023-11-14T22:46:00Z | deleted_date_time",
                "/directory/deletedItems/group | $orderby=deletedDateTime desc | deleted_date_time",
                "/directory/deletedItems/application | $orderby=deletedDateTime | deleted_date_time",
            })
    void anIndexFindsWhatOtherPagesShow(String path, String options, String columns) {
        assertEquals(List.of(), Plans.strayed(Served.at(path), options, columns(columns)));
    }

    private static Set<String> columns(String names) {
        return Set.copyOf(Arrays.asList(names.trim().split(" ")));
    }

    static Stream<Served> collections() {
        return Stream.concat(Served.SETS.stream(), Served.OTHERS.stream());
    }

    @ParameterizedTest
    @MethodSource("collections")
    void pagesFollowEachOtherByIndex(Served served) {
        List<String> objections = new ArrayList<>(Plans.strayed(served, "", served.order()));
        if (!served.isTransitive()) {
            objections.addAll(Plans.sorted(served, "", served.order()));
        }
        assertEquals(List.of(), objections);
    }

    static Stream<Served> relationships() {
        return Served.RELATIONSHIPS.stream();
    }

    /** However many there are in the tenant, only what the object refers to, or what has the value, is compared. */
    @ParameterizedTest
    @MethodSource("relationships")
    void relationshipsAreFilteredAmongWhatTheObjectRefersTo(Served served) {
        Set<String> found = Set.of("source", "target", "c.id", "display_name");
        List<String> objections = new ArrayList<>();
        for (String options : List.of(
                "$filter=startsWith(displayName,'user-displayName-00')",
                "$filter=displayName eq 'user-displayName-00007'",
                "$search=\"displayName:00007\"")) {
            objections.addAll(Plans.strayed(served, options, found));
            objections.addAll(Plans.strayedInCount(served, options, found));
        }
        assertEquals(List.of(), objections);
    }
}
