package io.tenantry.graph;

import static io.tenantry.graph.GraphHttp.created;
import static io.tenantry.graph.GraphHttp.reference;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What filters take and what they refuse (field-findings.md §2). */
@QuarkusTest
class FilterHttpTest implements TwoTenants {
    private static final String CLAUSE = "Unsupported or invalid query filter clause specified for property '";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1.0/users?$filter=externalUserState eq 'PendingAcceptance'",
                "/beta/users?filter=externalUserState eq 'pendingacceptance'&$top=999",
                "/v1.0/users?$filter=externalUserState in ('PendingAcceptance','Accepted')",
                "/v1.0/users?$filter=userType eq 'Guest' and externalUserState eq 'PendingAcceptance'&$select=id",
                "/beta/users?$filter=ExternalUserState eq 'PendingAcceptance'&$expand=manager",
                "/v1.0/users?filter=accountEnabled eq true and externalUserState eq 'PendingAcceptance'&$expand=memberOf"
            })
    void pendingGuestsAreFoundPlainly(String query) {
        SOURCE.newUser("ana");
        String guest = SOURCE.post(
                        "/v1.0/invitations",
                        "{'invitedUserEmailAddress':'mara@dunelight.example','inviteRedirectUrl':'https://x.example'}")
                .extract()
                .path("invitedUser.id");

        SOURCE.get(query).statusCode(200).body("value.id", contains(guest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30T00:00:00Z", "2025-02-29", "12345678901-01-01T00:00:00Z"})
    void aMomentThatThereIsNotIsNoLiteral(String moment) {
        refused(SOURCE.get("/v1.0/users?$filter=createdDateTime ge " + moment), 400, "BadRequest");
        refused(SOURCE.get("/v1.0/auditLogs/directoryAudits?$filter=activityDateTime le " + moment), 400, "BadRequest");
    }

    @Test
    void theOtherWordsForTheStateOfAGuestStayAdvanced() {
        refused(SOURCE.get("/v1.0/users?$filter=externalUserState ne 'Accepted'"), 400, "Request_UnsupportedQuery");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groups/{group}/members",
                "groups/{group}/members/microsoft.graph.user",
                "groups/{group}/transitiveMembers",
                "groups/{group}/transitiveMembers/graph.user",
                "groups/{group}/owners",
                "directoryRoles/{role}/members",
                "users/{manager}/directReports"
            })
    void whatReferencesLeadToIsFilteredByIdPlainly(String path) {
        String ana = SOURCE.newUser("ana");
        String ben = SOURCE.newUser("ben");
        String dock = SOURCE.newGroup("dock");
        String manager = SOURCE.newUser("cho");
        String role = SOURCE.get("/v1.0/directoryRoles").extract().path("value[0].id");
        for (String user : List.of(ana, ben)) {
            SOURCE.post("/v1.0/groups/" + dock + "/members/$ref", reference(user));
            SOURCE.post("/v1.0/groups/" + dock + "/owners/$ref", reference(user));
            SOURCE.post("/v1.0/directoryRoles/" + role + "/members/$ref", reference(user));
            SOURCE.put("/v1.0/users/" + user + "/manager/$ref", reference(manager));
        }
        String address = "/v1.0/"
                + path.replace("{group}", dock).replace("{role}", role).replace("{manager}", manager)
                + "?$select=id&$filter=";

        SOURCE.get(address + "id eq '" + ana + "'").statusCode(200).body("value.id", contains(ana));
        SOURCE.get(address + "id in ('" + ana + "','" + UNKNOWN + "')").body("value.id", contains(ana));
        SOURCE.get(address + "id eq '" + ana + "' or id eq '" + ben + "'")
                .body("value.id", containsInAnyOrder(ana, ben));
        SOURCE.get(address + "id eq '" + UNKNOWN + "'").body("value", hasSize(0));
        refused(
                SOURCE.get(address + "displayName eq 'ana'"),
                400,
                "Request_UnsupportedQuery",
                "The specified filter to the reference property query is currently not supported.");
    }

    /** Ids that are no GUIDs have letters of both cases and are compared as they are; GUIDs are found in any case. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "servicePrincipals/{sp}/synchronization/jobs",
                "servicePrincipals/{sp}/appRoleAssignedTo",
                "users/{user}/appRoleAssignments",
                "oauth2PermissionGrants",
                "servicePrincipals/{sp}/oauth2PermissionGrants",
                "auditLogs/directoryAudits",
                "users",
                "servicePrincipals"
            })
    void everyIdIsFoundByFilter(String path) {
        ValidatableResponse made = SOURCE.post(
                "/v1.0/applicationTemplates/518e5f48-1fc8-4c48-9387-9fdf28b0dfe7/instantiate",
                "{'displayName':'Sync'}");
        String sp = made.extract().path("servicePrincipal.id");
        String user = SOURCE.newUser("ana");
        created(SOURCE.post("/v1.0/servicePrincipals/" + sp + "/synchronization/jobs", "{'templateId':'Azure2Azure'}"));
        created(SOURCE.post(
                "/v1.0/servicePrincipals/" + sp + "/appRoleAssignedTo",
                "{'principalId':'" + user + "','resourceId':'" + sp + "','appRoleId':'"
                        + made.extract().path("servicePrincipal.appRoles[0].id") + "'}"));
        created(SOURCE.post(
                "/v1.0/oauth2PermissionGrants",
                "{'clientId':'" + sp + "','consentType':'AllPrincipals','resourceId':'" + sp + "','scope':'read'}"));
        String address = "/v1.0/" + path.replace("{sp}", sp).replace("{user}", user);
        String id = SOURCE.get(address).statusCode(200).extract().path("value[0].id");
        boolean guid = id.length() == UNKNOWN.length();

        SOURCE.get(address + "?$filter=id eq '" + id + "'").body("value.id", contains(id));
        SOURCE.get(address + "?$filter=id in ('" + id + "','x')").body("value.id", contains(id));
        SOURCE.get(address + "?$filter=id eq '" + id.toUpperCase(Locale.ROOT) + "'")
                .body("value", hasSize(guid ? 1 : 0));
        SOURCE.get(address + "?$filter=id eq '" + id.toLowerCase(Locale.ROOT) + "'")
                .body("value", hasSize(guid ? 1 : 0));
    }

    @Test
    void soIsWhatAUserBelongsTo() {
        String ana = SOURCE.newUser("ana");
        String dock = SOURCE.newGroup("dock");
        String yard = SOURCE.newGroup("yard");
        for (String group : List.of(dock, yard)) {
            SOURCE.post("/v1.0/groups/" + group + "/members/$ref", reference(ana));
        }

        for (String path : List.of("memberOf", "transitiveMemberOf", "memberOf/microsoft.graph.group")) {
            SOURCE.get("/v1.0/users/" + ana + "/" + path + "?$filter=id eq '" + yard + "'")
                    .body("value.id", contains(yard));
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "directoryRoleTemplates, displayName eq 'Global Administrator'",
                "directoryRoleTemplates, id eq '62e90394-69f5-4237-9190-012177145e10'",
                "directoryRoleTemplates/$count, id eq '62e90394-69f5-4237-9190-012177145e10'",
                "domains, isDefault eq true",
                "domains, id eq 'alderwood.onmicrosoft.com'",
                "subscribedSkus, skuPartNumber eq 'AAD_PREMIUM_P2'",
                "subscribedSkus/$count, appliesTo eq 'User'",
                "users/{id}/licenseDetails, skuPartNumber eq 'AAD_PREMIUM_P2'"
            })
    void someCollectionsTakeNoFilter(String path, String filter) {
        String id = SOURCE.newUser("ana");

        for (String version : List.of("v1.0", "beta")) {
            for (String option : List.of("$filter=", "filter=")) {
                refused(
                        SOURCE.get("/" + version + "/" + path.replace("{id}", id) + "?" + option + filter),
                        400,
                        "Request_UnsupportedQuery",
                        "Filtered searches against this resource are not supported.");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "users, surname eq '', surname, User",
                "users, surname in (''), surname, User",
                "users, \"department in ('Dock','')\", department, User",
                "users, \"startsWith(displayName,'')\", displayName, User",
                "users, \"endsWith(mail,'')\", mail, User",
                "users, jobTitle ne '', jobTitle, User",
                "users, city ge '', city, User",
                "users, not(surname eq ''), surname, User",
                "users, userPrincipalName eq '' or surname eq 'x', userPrincipalName, User",
                "users, otherMails/any(m:m eq ''), otherMails, User",
                "users, \"proxyAddresses/any(p:startsWith(p,''))\", proxyAddresses, User",
                "users, extension_0badc0de_cost eq '', extension_0badc0de_cost, User",
                "groups, mailNickname eq '', mailNickname, Group",
                "groups, groupTypes/any(g:g eq ''), groupTypes, Group",
                "applications, displayName eq '', displayName, Application",
                "servicePrincipals, appId eq '', appId, ServicePrincipal"
            })
    void noDirectoryTextIsEmpty(String set, String filter, String property, String resource) {
        for (String version : List.of("v1.0", "beta")) {
            refused(
                    SOURCE.eventual().get("/" + version + "/" + set + "?$count=true&$filter=" + filter),
                    400,
                    "Request_UnsupportedQuery",
                    CLAUSE + property + "' of resource '" + resource + "'.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "users, employeeId, 16, employeeId eq '{}'",
                "users, surname, 64, \"surname in ('x','{}')\"",
                "users, displayName, 256, \"startsWith(displayName,'{}')\"",
                "users, department, 64, department ne '{}'",
                "users, businessPhones, 64, businessPhones/any(p:p eq '{}')",
                "groups, displayName, 256, displayName eq '{}'",
                "applications, displayName, 256, displayName eq '{}'"
            })
    void norLongerThanItsPropertyTakes(String set, String property, int longest, String filter) {
        String address = "/v1.0/" + set + "?$count=true&$filter=";

        SOURCE.eventual()
                .get(address + filter.replace("{}", "a".repeat(longest)))
                .statusCode(200);
        refused(
                        SOURCE.eventual().get(address + filter.replace("{}", "a".repeat(longest + 1))),
                        400,
                        "Request_UnsupportedQuery")
                .body("error.message", startsWith(CLAUSE + property + "'"));
    }

    @Test
    void logsAreComparedWithAnyText() {
        SOURCE.get("/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq ''")
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userType eq 'Guest' and signInActivity/lastSignInDateTime le 2020-01-01T00:00:00Z",
                "signInActivity/lastSignInDateTime le 2020-01-01T00:00:00Z or accountEnabled eq false",
                "not(signInActivity/lastSignInDateTime le 2020-01-01T00:00:00Z) and assignedLicenses/$count ne 0",
                "signInActivity/lastSignInDateTime le 2020-01-01 and otherMails/any(m:m eq 'x')"
            })
    void signInActivityStandsAlone(String filter) {
        refused(
                SOURCE.eventual().get("/beta/users?$count=true&$filter=" + filter),
                400,
                "Request_UnsupportedQuery",
                CLAUSE + "signInActivity' of resource 'User'.");
        SOURCE.get("/v1.0/users?$filter=signInActivity/lastSignInDateTime ge 2020-01-01T00:00:00Z and "
                        + "signInActivity/lastSignInDateTime le 2021-01-01T00:00:00Z")
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id/signintype eq 'emailAddress'",
                "id/issuerAssignedId eq 'a'",
                "id/issuer eq 'alderwood.onmicrosoft.com'",
                "id/signInType eq 'federated' and id/issuer eq 'mail'",
                "id/issuer eq 'a' and id/issuerAssignedId eq 'b' or id/signInType eq 'federated'",
                "id/issuer eq 'a' or id/issuerAssignedId eq 'b'"
            })
    void anIdentityIsAskedForByIssuerAndWhatItAssigned(String condition) {
        refused(
                SOURCE.get("/v1.0/users?$filter=identities/any(id:" + condition + ")"),
                400,
                "Request_BadRequest",
                "Unsupported property or property value or combination of property and operation.");
        SOURCE.get("/v1.0/users?$filter=identities/any(i:i/issuerAssignedId eq 'b' and i/issuer eq 'a')")
                .statusCode(200);
        SOURCE.get("/v1.0/users?$filter=identities/any(i:i/issuer eq 'google.com')")
                .statusCode(200);
    }

    /** odata-protocol.md §4.6. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p/servicePlanId eq " + UNKNOWN + " and p/capabilityStatus eq 'Enabled' | 400",
                "p/service eq 'exchange' or p/capabilityStatus eq 'Enabled' | 400",
                "p/servicePlanId eq " + UNKNOWN + " | 200",
                "p/service eq 'exchange' or p/service eq 'sharepoint' | 200"
            })
    void severalPropertiesOfAnElementAreAskedForInAdvancedQueriesOnly(String condition, int plainly) {
        String filter = "$filter=assignedPlans/any(p:" + condition + ")";

        SOURCE.eventual().get("/v1.0/users?$count=true&" + filter).statusCode(200);
        ValidatableResponse plain = SOURCE.get("/v1.0/users?" + filter).statusCode(plainly);
        if (plainly == 400) {
            refused(
                    plain,
                    400,
                    "Request_UnsupportedQuery",
                    "Complex query on property assignedPlans is not supported.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "spa", "publicClient"})
    void applicationsAreFoundByTheirRedirectAddresses(String platform) {
        String crane = created(SOURCE.post(
                "/v1.0/applications",
                "{'displayName':'Crane','" + platform + "':{'redirectUris':['https://crane.example/spn']}}"));
        created(SOURCE.post("/v1.0/applications", "{'displayName':'Ferry'}"));
        String equal = "$filter=" + platform + "/redirectUris/any(p:p eq 'https://crane.example/spn')";
        String prefix = "$filter=" + platform + "/redirectUris/any(p:startswith(p,'https://crane'))";

        for (String filter : List.of(equal, prefix)) {
            SOURCE.eventual()
                    .get("/v1.0/applications?$count=true&" + filter)
                    .body("value.id", contains(crane))
                    .body("'@odata.count'", is(1));
            refused(SOURCE.get("/v1.0/applications?" + filter), 400, "Request_UnsupportedQuery");
        }
        String batch = "{'requests':[{'id':'1','method':'GET','url':'/applications?$count=true&"
                + equal.replace("'", "\\u0027") + "','headers':{'ConsistencyLevel':'eventual'}}]}";
        SOURCE.post("/v1.0/$batch", batch).body("responses[0].body.value.id", contains(crane));
    }

    @Test
    void extensionPropertiesAreFoundByName() {
        String path = "/v1.0/applications/" + created(SOURCE.post("/v1.0/applications", "{'displayName':'Crane'}"))
                + "/extensionProperties";
        String name = null;
        for (String each : List.of("cost", "desk")) {
            name = SOURCE.post(path, "{'name':'" + each + "','dataType':'String','targetObjects':['User']}")
                    .statusCode(201)
                    .extract()
                    .path("name");
        }

        SOURCE.get(path + "?$filter=name eq '" + name + "'").body("value.name", contains(name));
        refused(SOURCE.get(path + "?$filter=dataType eq 'String'"), 400, "Request_UnsupportedQuery");
    }

    @Test
    void aValueOfAnExtensionWithSeveralIsFound() {
        String texts = severalValued("String");
        String numbers = severalValued("Integer");
        String moments = severalValued("DateTime");
        String ana = SOURCE.newUser("ana");
        String ben = SOURCE.newUser("ben");
        SOURCE.patch(
                        "/v1.0/users/" + ana,
                        "{'" + texts + "':['Quay 1','Dock 2'],'" + numbers + "':[7,11],'" + moments
                                + "':['2026-01-05T08:00:00+02:00']}")
                .statusCode(204);
        SOURCE.patch("/v1.0/users/" + ben, "{'" + texts + "':['Quay 3']}").statusCode(204);

        foundByExtension(texts + "/any(s:s eq 'dock 2')", ana);
        foundByExtension(texts + "/any(s:s in ('Dock 2','Quay 3'))", ana, ben);
        foundByExtension(texts + "/Any(x:startsWith(x,'quay'))", ana, ben);
        foundByExtension(texts + "/any(s:s eq 'Dock 2') or " + texts + "/any(t:t eq 'Quay 3')", ana, ben);
        foundByExtension(texts + "/any(s:s eq 'Quay')");
        foundByExtension(numbers + "/any(n:n eq 11)", ana);
        foundByExtension(moments + "/any(m:m eq 2026-01-05T06:00:00Z)", ana);
        String without = "not(" + texts + "/any(s:s eq 'Dock 2')) and id in ('" + ana + "','" + ben + "')";
        refused(SOURCE.get("/v1.0/users?$filter=" + without), 400, "Request_UnsupportedQuery");
        SOURCE.eventual()
                .get("/v1.0/users?$count=true&$filter=" + without)
                .statusCode(200)
                .body("value.id", contains(ben));
        refused(SOURCE.get("/v1.0/users?$filter=" + texts + "/any(s:s/length eq 3)"), 400, "BadRequest");
        refused(
                SOURCE.get("/v1.0/users?$filter=" + texts + "/any(s:contains(s,'ck'))"),
                400,
                "Request_UnsupportedQuery");
    }

    private static String severalValued(String dataType) {
        String application = created(SOURCE.post("/v1.0/applications", "{'displayName':'Crane'}"));
        return SOURCE.post(
                        "/v1.0/applications/" + application + "/extensionProperties",
                        "{'name':'several','dataType':'" + dataType
                                + "','targetObjects':['User'],'isMultiValued':true}")
                .statusCode(201)
                .extract()
                .path("name");
    }

    private static void foundByExtension(String filter, String... ids) {
        SOURCE.get("/v1.0/users?$filter=" + filter).statusCode(200).body("value.id", containsInAnyOrder(ids));
    }
}
