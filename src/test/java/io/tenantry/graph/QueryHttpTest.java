package io.tenantry.graph;

import static io.tenantry.graph.GraphHttp.reference;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** odata-protocol.md §3 to §10. */
@QuarkusTest
class QueryHttpTest implements TwoTenants {
    @Test
    void selectNarrowsBodyAndContextAndAddsNoId() {
        String id = SOURCE.newUser("ana");

        SOURCE.get("/v1.0/users/" + id + "?$select=DISPLAYNAME,mail")
                .body("'@odata.context'", endsWith("#users(displayName,mail)/$entity"))
                .body("displayName", is("ana"))
                .body("mail", nullValue())
                .body("", not(hasKey("id")));
    }

    @Test
    void everythingStandsInTheContextAsItWasAskedFor() {
        SOURCE.get("/v1.0/users?$select=*").body("'@odata.context'", endsWith("#users(*)"));
        SOURCE.get("/v1.0/users?$select=*,department").body("'@odata.context'", endsWith("#users(*,department)"));
    }

    @Test
    void theDollarMayBeEncodedOrLeftOut() {
        SOURCE.newUser("ana");

        SOURCE.get("/v1.0/users?%24top=1&$SELECT=id").body("value[0].size()", is(1));
        SOURCE.get("/v1.0/users?top=1&select=id").body("value[0].size()", is(1));
        SOURCE.get("/v1.0/users?unknown=1").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$unknown=1", "$apply=x", "$compute=x", "$top=x", "$top=\u0663"})
    void whatNobodyKnowsIsMalformed(String option) {
        refused(SOURCE.get("/v1.0/users?" + option), 400, "BadRequest");
    }

    /** Logs: synchronization-api.md §11.2, directory.md §16. */
    @ParameterizedTest
    @ValueSource(strings = {"users", "auditLogs/provisioning", "auditLogs/directoryAudits", "auditLogs/signIns"})
    void skipIsNeitherForTheDirectoryNorForLogs(String collection) {
        refused(
                SOURCE.get("/v1.0/" + collection + "?$skip=1"),
                400,
                "Request_BadRequest",
                "'$skip' is not supported by the service.");
    }

    @Test
    void aPageHoldsOneTo999() {
        refused(
                SOURCE.get("/v1.0/users?$top=1000"),
                400,
                "Request_UnsupportedQuery",
                "Invalid page size specified: '1000'. Must be between 1 and 999 inclusive.");
        refused(SOURCE.get("/v1.0/users?$top=0"), 400, "Request_UnsupportedQuery");
    }

    /** field-findings.md §2. */
    @ParameterizedTest
    @ValueSource(strings = {"directoryAudits", "signIns", "provisioning"})
    void aPageOfALogHoldsOneTo1000(String log) {
        for (String version : List.of("v1.0", "beta")) {
            SOURCE.get("/" + version + "/auditLogs/" + log + "?$top=1000").statusCode(200);
            refused(
                    SOURCE.get("/" + version + "/auditLogs/" + log + "?$top=1001"),
                    400,
                    "Request_UnsupportedQuery",
                    "Invalid page size specified: '1001'. Must be between 1 and 1000 inclusive.");
        }
    }

    @Test
    void countNeedsTheHeaderAndIsIgnoredWithoutIt() {
        SOURCE.newUser("ana");

        SOURCE.get("/v1.0/users?$count=true").body("", not(hasKey("@odata.count")));
        SOURCE.eventual().get("/v1.0/users?$count=true").body("'@odata.count'", is(1));
        SOURCE.eventual().get("/v1.0/users/$count").contentType("text/plain").body(is("1"));
        refused(SOURCE.get("/v1.0/users/$count"), 400, "Request_BadRequest", "$count is not currently supported.");
    }

    @Test
    void collectionsThatNeverChangeAreCountedToo() {
        int templates = SOURCE.get("/v1.0/directoryRoleTemplates").extract().path("value.size()");

        SOURCE.get("/v1.0/directoryRoleTemplates/$count").statusCode(200).body(is("" + templates));
    }

    @ParameterizedTest
    @CsvSource({
        "$filter=contains(displayName%2C'x'), Unsupported property filter clause operator 'Contains'.",
        "$filter=department eq 'x'&$orderby=displayName, Sorting not supported for current query.",
        "$orderby=department, Unsupported sort property 'department' for 'User'.",
        "$orderby=EmployeeOrgData/Division, Unsupported sort property 'employeeOrgData/division' for 'User'.",
        "$orderby=employeeOrgData, Unsupported sort property 'employeeOrgData' for 'User'.",
        "$orderby=assignedLicenses/skuId, Unsupported sort property 'assignedLicenses/skuId' for 'User'."
    })
    void whatIsNotIndexedIsUnsupported(String query, String message) {
        refused(SOURCE.get("/v1.0/users?" + query), 400, "Request_UnsupportedQuery", message);
    }

    @Test
    void aPropertyThatTheTypeDoesNotHaveIsNamed() {
        refused(
                SOURCE.get("/v1.0/users?$select=shoeSize"),
                400,
                "BadRequest",
                "Parsing OData Select and Expand failed: Could not find a property named 'shoeSize' on type 'microsoft.graph.user'.");
        refused(
                SOURCE.get("/v1.0/users?$filter=shoeSize eq 4"),
                400,
                "BadRequest",
                "Invalid filter clause: Could not find a property named 'shoeSize' on type 'microsoft.graph.user'.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users?$select=, | 0",
                "users?$select=id,,displayName | 3",
                "users?$select=id , ,displayName | 5",
                "users?$expand=, | 0",
                "users?$expand=,manager | 0",
                "users?$expand=manager($select=id,,mail) | 3",
                "groups/delta?$select=id,, | 3",
                "organization?$select=,id | 0"
            })
    void aNameStandsBetweenCommas(String query, int position) {
        refused(
                SOURCE.get("/v1.0/" + query),
                400,
                "BadRequest",
                "Parsing OData Select and Expand failed: An identifier was expected at position " + position + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "displayName,", ",displayName", "displayName,,id"})
    void aKeyStandsBetweenCommas(String keys) {
        refused(
                SOURCE.get("/v1.0/users?$orderby=" + keys),
                400,
                "BadRequest",
                "Invalid orderby clause: Syntax error in ''.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$select=", "$expand=", "$orderby=", "$expand=manager($select=)", "$expand=manager,"})
    void nothingIsAskedForByNothing(String query) {
        SOURCE.get("/v1.0/users?" + query).statusCode(200);
    }

    @Test
    void aCommaMayEndWhatIsSelected() {
        String id = SOURCE.newUser("ana");

        SOURCE.get("/v1.0/users/" + id + "?$select=id,mail,").statusCode(200).body("keySet()", hasSize(3));
    }

    @ParameterizedTest
    @CsvSource({
        "users?$orderby=shoeSize, shoeSize, user",
        "users?$orderby=employeeOrgData/shoeSize, shoeSize, employeeOrgData",
        "users?$orderby=displayName/length, length, user"
    })
    void whatIsNoPropertyIsNotSortedBy(String query, String name, String type) {
        refused(
                SOURCE.get("/v1.0/" + query),
                400,
                "BadRequest",
                "Invalid orderby clause: Could not find a property named '" + name + "' on type 'microsoft.graph."
                        + type + "'.");
    }

    @ParameterizedTest
    @CsvSource({
        "auditLogs/directoryAudits, activityDisplayName, DirectoryAudit",
        "auditLogs/provisioning, servicePrincipal/displayName, ProvisioningObjectSummary",
        "auditLogs/signIns, userPrincipalName, SignIn"
    })
    void logsAreSortedByTheirDateOnly(String log, String property, String type) {
        refused(
                SOURCE.get("/v1.0/" + log + "?$orderby=" + property),
                400,
                "Request_UnsupportedQuery",
                "Unsupported sort property '" + property + "' for '" + type + "'.");
    }

    @Test
    void propertiesOfOtherWorkloadsAreNotServedOnACollection() {
        refused(
                SOURCE.get("/v1.0/users?$select=skills"),
                501,
                "NotImplemented",
                "This operation target is not yet supported.");
    }

    @Test
    void objectsWithoutAnOwnerAreFoundInAnAdvancedQuery() {
        String ana = SOURCE.newUser("ana");
        String dock = SOURCE.newGroup("dock");
        String depot = SOURCE.newGroup("depot");
        SOURCE.post("/v1.0/groups/" + dock + "/owners/$ref", reference(ana));
        String filter = "$filter=owners/$count eq 0";

        SOURCE.eventual()
                .get("/v1.0/groups?" + filter + "&$count=true")
                .body("value.id", contains(depot))
                .body("'@odata.count'", is(1));
        SOURCE.eventual().get("/v1.0/groups/$count?" + filter).body(is("1"));
        SOURCE.eventual()
                .get("/v1.0/users?$filter=ownedObjects/$count eq 1&$count=true")
                .body("value.id", contains(ana));
        refused(
                SOURCE.get("/v1.0/groups?" + filter + "&$count=true"),
                400,
                "Request_UnsupportedQuery",
                "Unsupported or invalid query filter clause specified for property 'owners' of resource 'Group'.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "department ne 'Dock' | ben cho",
                "not(department eq 'Dock') | ben cho",
                "not(department in ('Dock','Yard')) | cho",
                "not(startsWith(department,'y')) | ana cho",
                "department ne null | ana ben",
                "not(department ge 'e') | ana cho",
                "not(department eq 'Dock' or displayName eq 'cho') | ben",
                "not(department eq 'Dock' and displayName eq 'ana') | ben cho",
                "endsWith(userPrincipalName,'n@alderwood.onmicrosoft.com') | ben",
                "endsWith(userPrincipalName,'@else.example') | ''",
                "ownedObjects/$count eq 1 | ana",
                "ownedObjects/$count ne 0 | ana ben",
                "ownedObjects/$count eq 0 | cho",
                "ownedObjects/$count ne 1 | ben cho",
                "not(ownedObjects/$count eq 1) and department ne null | ben"
            })
    void whatIsExcludedIsCountedAndFound(String filter, String names) {
        String ana = SOURCE.newUser("ana", "'department':'Dock'");
        String ben = SOURCE.newUser("ben", "'department':'Yard'");
        SOURCE.newUser("cho");
        for (String group : List.of("dock", "yard", "quay")) {
            SOURCE.post(
                    "/v1.0/groups/" + SOURCE.newGroup(group) + "/owners/$ref",
                    reference(group.equals("dock") ? ana : ben));
        }
        List<String> expected = names.equals("''") ? List.of() : List.of(names.split(" "));

        SOURCE.eventual()
                .get("/v1.0/users?$count=true&$filter=" + filter)
                .body("value.displayName.sort()", is(expected))
                .body("'@odata.count'", is(expected.size()));
        SOURCE.eventual().get("/v1.0/users/$count?$filter=" + filter).body(is("" + expected.size()));
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "&$orderby=displayName desc, false",
        "&$filter=department eq 'Dock', false",
        "&$filter=department eq 'Dock'&$orderby=displayName&$count=true, true"
    })
    void nextLinksLeadThroughEveryPageOnce(String options, boolean advanced) {
        for (String name : List.of("ana", "ben", "cho", "dov", "eli")) {
            SOURCE.newUser(name, "'department':'Dock'");
        }
        GraphHttp client = advanced ? SOURCE.eventual() : SOURCE;
        List<String> names = new ArrayList<>();
        String next = "/v1.0/users?$top=2" + options;
        while (next != null) {
            ValidatableResponse page = client.get(next).statusCode(200);
            names.addAll(page.extract().<List<String>>path("value.displayName"));
            next = page.extract().path("'@odata.nextLink'");
        }

        assertEquals(
                List.of("ana", "ben", "cho", "dov", "eli"),
                names.stream().sorted().toList());
    }

    @Test
    void logsArePagedToo() {
        for (String name : List.of("ana", "ben", "cho")) {
            SOURCE.newUser(name);
        }
        String next = SOURCE.get("/v1.0/auditLogs/directoryAudits?$top=2&$filter=activityDisplayName eq 'Add user'")
                .body("value", hasSize(2))
                .extract()
                .path("'@odata.nextLink'");

        SOURCE.get(next).body("value", hasSize(1)).body("", not(hasKey("@odata.nextLink")));
    }

    @Test
    void aSkipTokenThatTheServiceDidNotMakeIsInvalid() {
        refused(SOURCE.get("/v1.0/users?$skiptoken=bogus"), 400, "", "Invalid Skip Token");
    }

    /** {@code [1]}, {@code ["a","b"]} and {@code [null]}, encoded. */
    @ParameterizedTest
    @ValueSource(strings = {"WzFd", "WyJhIiwiYiJd", "W251bGxd"})
    void aSkipTokenOfAnotherOrderIsInvalid(String token) {
        refused(SOURCE.get("/v1.0/users?$skiptoken=" + token), 400, "", "Invalid Skip Token");
    }
}
