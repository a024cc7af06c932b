package io.tenantry.graph.message;

import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.missing;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.graph.GraphHttp;
import io.tenantry.graph.TwoTenants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How clients spell addresses (field-findings.md §1). */
@QuarkusTest
class AddressHttpTest implements TwoTenants {
    private static final String OWN = SOURCE_ID;
    private static final String OTHER = TARGET_ID;

    private static String batched(String method, String url) {
        return "{'requests':[{'id':'1','method':'" + method + "','url':'" + url + "'}]}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1.0//users/{id}",
                "/v1.0/users//{id}",
                "//v1.0/users/{id}",
                "//beta///users//{id}//",
                "/v1.0/" + OWN + "/users/{id}",
                "/beta/" + OWN + "/users/{id}",
                "/v1.0//" + OWN + "//users/{id}",
                "/v1.0/5A1DE000-5EED-4A11-8D00-00000000A11D/users('{id}')",
                "/v1.0/" + DOMAIN + "/users/{id}",
                "/beta/ALDERWOOD.onmicrosoft.com/directoryObjects/{id}",
                "/v1.0/myorganization//users/{id}",
                "/%62eta/users/{id}"
            })
    void emptySegmentsAndTheOwnTenantMayStandAnywhere(String form) {
        String id = SOURCE.newUser("ana");

        SOURCE.get(form.replace("{id}", id)).statusCode(200).body("id", is(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//users",
                "/{tenant}/users",
                "{tenant}//users",
                "/v1.0/{tenant}/users",
                "https://graph.microsoft.com//v1.0//{tenant}//users",
                "https://graph.microsoft.com/v1.0/users?$filter=displayName eq 'https://x.example/y'",
                "/users?$filter=displayName eq 'https://x.example/y'"
            })
    void soTheyMayInBatches(String url) {
        String body = batched("GET", url.replace("{tenant}", OWN).replace("'", "\\u0027"));

        for (String batch : new String[] {"/v1.0/$batch", "/v1.0//$batch", "/v1.0/" + OWN + "/$batch"}) {
            SOURCE.post(batch, body).statusCode(200).body("responses[0].status", is(200));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"graph.microsoft.com", "127.0.0.1:8443"})
    void linksNameTheHostThatWasCalled(String host) {
        SOURCE.newUser("ana");
        SOURCE.newUser("ben");

        SOURCE.with("Host", host)
                .get("/v1.0/users?$top=1")
                .statusCode(200)
                .body("'@odata.context'", startsWith("http://" + host + "/v1.0/$metadata#users"))
                .body("'@odata.nextLink'", startsWith("http://" + host + "/v1.0/users?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/organization", "/$metadata", "/users/$count", "/policies/crossTenantAccessPolicy"})
    void everyResourceTakesTheTenant(String resource) {
        SOURCE.eventual().get("/v1.0/" + OWN + resource).statusCode(200);
        SOURCE.eventual().get("/beta/" + DOMAIN + resource).statusCode(200);
    }

    @Test
    void soDoWrites() {
        String id = SOURCE.post("/beta/" + OWN + "/groups", GraphHttp.groupBody("crew"))
                .statusCode(201)
                .extract()
                .path("id");

        done(SOURCE.patch("/v1.0/" + DOMAIN + "//groups/" + id, "{'description':'Harbour'}"));
        done(SOURCE.delete("/v1.0//" + OWN + "/groups//" + id));
    }

    @ParameterizedTest
    @ValueSource(strings = {OTHER, "birchline.onmicrosoft.com", UNKNOWN, "nobody.example"})
    void anotherTenantIsRefused(String name) {
        String message = "Invalid domain name in the request url.";

        for (String path : new String[] {"", "/users", "/organization"}) {
            refused(SOURCE.get("/v1.0/" + name + path), 400, "Request_BadRequest", message);
        }
        refused(SOURCE.post("/beta/" + name + "/groups", GraphHttp.groupBody("crew")), 400, "Request_BadRequest");
        refused(SOURCE.post("/v1.0/" + name + "/$batch", batched("GET", "/users")), 400, "Request_BadRequest");
        SOURCE.post("/v1.0/$batch", batched("GET", "/" + name + "/users"))
                .body("responses[0].status", is(400))
                .body("responses[0].body.error.message", is(message));
        SOURCE.get("/v1.0/groups").body("value", hasSize(0));
    }

    @Test
    void aTenantInTheAddressIsNoToken() {
        refused(SOURCE.anonymous().get("/v1.0/" + OWN + "/users"), 401, "InvalidAuthenticationToken");
    }

    @ParameterizedTest
    @CsvSource({
        "/beta/applications/$ID/owners, applications",
        "/v1.0/applications/%24ID, applications",
        "/v1.0//" + OWN + "/users/$ID, users",
        "/v1.0/users/$ID/manager, users",
        "/v1.0/groups/{group}/members/$ID/$ref, members",
        "/v1.0/groups/{group}/members/microsoft.graph.user/$ID, microsoft.graph.user",
        "/v1.0/servicePrincipals/$ID/synchronization/jobs, servicePrincipals",
        "/v1.0/directory/deletedItems/$ID, deletedItems",
        "/v1.0/policies/crossTenantAccessPolicy/partners/$ID, partners"
    })
    void aKeyThatBeginsWithADollarIsNone(String path, String collection) {
        String start = "The request URI is not valid. Since the segment '" + collection
                + "' refers to a collection, this must be the last segment in the request URI";
        String address = path.replace("{group}", SOURCE.newGroup("dock"));

        refused(SOURCE.get(address), 400, "BadRequest").body("error.message", startsWith(start));
        refused(SOURCE.delete(address), 400, "BadRequest").body("error.message", startsWith(start));
    }

    @Test
    void inBracketsAKeyMayBeginWithADollar() {
        missing(SOURCE.get("/v1.0/users('$ana@" + DOMAIN + "')"), "$ana@" + DOMAIN);
    }

    @Test
    void theAuthorizationPolicyIsOneOfACollectionInBeta() {
        String path = "/beta/policies/authorizationPolicy";

        SOURCE.get(path).statusCode(200).body("value.id", hasItem("authorizationPolicy"));
        done(SOURCE.patch(path + "/authorizationPolicy", "{'allowInvitesFrom':'none'}"));
        SOURCE.get(path + "/authorizationPolicy")
                .body("id", is("authorizationPolicy"))
                .body("allowInvitesFrom", is("none"));
        SOURCE.get("/v1.0/policies/authorizationPolicy").body("allowInvitesFrom", is("none"));
        missing(SOURCE.get(path + "/other"), "other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1.0/invitations", "/beta/invitations", "/v1.0/invitations/" + UNKNOWN})
    void invitationsAreNotRead(String path) {
        refused(SOURCE.get(path), 404, "ResourceNotFound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "directoryObjects", "groups", "applications", "servicePrincipals"})
    void nothingIsRestoredWhereObjectsLive(String set) {
        String id = SOURCE.newUser("ana");

        missing(SOURCE.post("/v1.0/" + set + "/" + id + "/microsoft.graph.restore"), id);
        done(SOURCE.delete("/v1.0/users/" + id));
        missing(SOURCE.post("/v1.0/" + set + "/" + id + "/restore"), id);
        SOURCE.post("/v1.0/directory/deletedItems/" + id + "/microsoft.graph.restore")
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?$top=5", "?$filter=displayName eq 'x'", "/$count"})
    void deletedItemsAreListedByTypeOnly(String rest) {
        refused(
                SOURCE.eventual().get("/v1.0/directory/deletedItems" + rest),
                400,
                "Request_UnsupportedQuery",
                "Searches against this resource are not supported. Only specific instances can be queried.");
    }

    @Test
    void theKeyOfAGrantIsNoGuid() {
        String grants = "/v1.0/oauth2PermissionGrants/";

        for (String key : new String[] {SOURCE.newUser("ana"), UNKNOWN, "x"}) {
            refused(SOURCE.get(grants + key), 400, "Request_UnsupportedQuery", "Filter is invalid. id");
            refused(SOURCE.delete(grants + key), 400, "Request_UnsupportedQuery", "Filter is invalid. id");
        }
        String absent = "A".repeat(43);
        missing(SOURCE.get(grants + absent), absent);
    }
}
