package io.tenantry.graph;

import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** odata-protocol.md §2, §12 and §13. */
@QuarkusTest
class HeadersHttpTest implements TwoTenants {
    private static final String CLIENT = "0f0f0f0f-1111-4222-8333-444444444444";
    private static final String GUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Test
    void everyAnswerCarriesTheServicesHeaders() {
        SOURCE.get("/v1.0/users")
                .header("request-id", matchesPattern(GUID))
                .header("client-request-id", matchesPattern(GUID))
                .header("x-ms-ags-diagnostic", containsString("ServerInfo"))
                .header("Strict-Transport-Security", is("max-age=31536000"))
                .header("Cache-Control", is("no-cache"))
                .header("Date", matchesPattern("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT"))
                .header("OData-Version", is("4.0"))
                .header(
                        "Content-Type",
                        is(
                                "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8"));
    }

    @Test
    void theClientsRequestIdComesBackEvenInErrors() {
        SOURCE.with("client-request-id", CLIENT)
                .get("/v1.0/users/" + UNKNOWN)
                .header("client-request-id", is(CLIENT))
                .contentType("application/json")
                .body("error.innerError.client-request-id", is(CLIENT))
                .body("error.innerError.date", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"));
    }

    @Test
    void withoutATokenThereIsAChallenge() {
        refused(SOURCE.anonymous().get("/v1.0/users"), 401, "InvalidAuthenticationToken", "Access token is empty.")
                .header(
                        "WWW-Authenticate",
                        containsString(
                                "authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\""));
    }

    @Test
    void aTokenWithoutDotsIsNoJwt() {
        refused(SOURCE.with("Authorization", "Bearer opaque").get("/v1.0/users"), 401, "InvalidAuthenticationToken")
                .body("error.message", containsString("IDX14100"));
    }

    @Test
    void metadataNeedsNoToken() {
        SOURCE.anonymous().get("/v1.0/$metadata").statusCode(200).contentType("application/xml");
    }

    @Test
    void noneLeavesControlInformationOutExceptLinks() {
        SOURCE.newUser("ana");
        SOURCE.newUser("ben");

        SOURCE.with("Accept", "application/json;odata.metadata=none")
                .get("/v1.0/users?$top=1")
                .body("", not(hasKey("@odata.context")))
                .body("'@odata.nextLink'", notNullValue());
    }

    @Test
    void fullTellsTypesAndLinks() {
        String id = SOURCE.newUser("ana");

        SOURCE.with("Accept", "application/json; IEEE754Compatible=false; odata.metadata=full")
                .get("/v1.0/users/" + id)
                .body("'@odata.type'", is("#microsoft.graph.user"))
                .body("'@odata.id'", containsString("/v2/" + SOURCE_ID + "/directoryObjects/" + id))
                .body("'businessPhones@odata.type'", is("#Collection(String)"))
                .body("'manager@odata.navigationLink'", notNullValue());
    }

    @Test
    void aBodyMustBeJsonAndSaySo() {
        String unreadable =
                "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.";

        SOURCE.with("Content-Type", "text/plain").post("/v1.0/users", "{}").statusCode(415);
        refused(SOURCE.post("/v1.0/users", "{'displayName':"), 400, "BadRequest", unreadable);
        refused(
                SOURCE.post("/v1.0/users", "[1]"),
                400,
                "BadRequest",
                "Property body in payload has a value that does not match schema.");
    }

    @Test
    void annotationsInABodyDoNotMatterAndNamesAreTakenInAnyCase() {
        String id = SOURCE.newUser("ana");

        SOURCE.patch("/v1.0/users/" + id, "{'@odata.type':'#microsoft.graph.user','JobTitle':'Docker'}")
                .statusCode(204);
        SOURCE.get("/v1.0/users/" + id).body("jobTitle", is("Docker"));
    }

    @Test
    void actionsThatAnswer200NameTheServicesAddress() {
        String id = SOURCE.newUser("ana");

        SOURCE.post("/v1.0/users/" + id + "/getMemberGroups", "{'securityEnabledOnly':false}")
                .statusCode(200)
                .header("Location", is("https://graph.microsoft.com"));
    }
}
