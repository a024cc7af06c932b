package io.tenantry.journal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.GraphHttp;
import io.tenantry.graph.WithClient;
import io.tenantry.packaged.RawRequest;
import java.io.IOException;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was asked and answered, as it may be shown. */
@QuarkusTest
class JournalHttpTest implements WithClient {
    private static final String SECRET = "a-secret-of-the-tests";

    @TestHTTPResource
    URL server;

    private static ValidatableResponse requests(String query) {
        return given().urlEncodingEnabled(false)
                .get("/_tenantry/requests" + query)
                .then();
    }

    private static ValidatableResponse newest() {
        String id = requests("?top=1").statusCode(200).extract().path("requests[0].id");
        return given().get("/_tenantry/requests/" + id).then().statusCode(200);
    }

    private static String token() {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", CLIENT)
                .formParam("client_secret", SECRET)
                .formParam("scope", "https://graph.microsoft.com/.default")
                .post("/" + DOMAIN + "/oauth2/v2.0/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    // ---- what is kept

    @Test
    void aCallIsThereWhenItsAnswerIs() {
        String token = token();
        given().header("Authorization", "Bearer " + token)
                .get("/v1.0/users?$top=5&$select=id")
                .then()
                .statusCode(200);

        requests("")
                .statusCode(200)
                .body("requests.method", contains("GET", "POST"))
                .body("requests.path", contains("/v1.0/users", "/" + DOMAIN + "/oauth2/v2.0/token"))
                .body("requests.status", contains(200, 200))
                .body("requests.tenant", contains(SOURCE_ID, SOURCE_ID))
                .body("requests.client", contains(CLIENT, CLIENT))
                .body("requests[0].query", containsString("top=5"))
                .body("requests[0].error", nullValue())
                .body("requests[0].fault", is(false))
                .body("requests[0].durationMs", notNullValue())
                .body("requests[0].responseBytes", greaterThan(10))
                .body("requests[1].requestBytes", greaterThan(100))
                .body("next", nullValue());
    }

    @Test
    void theTimeOfACallIsVirtual() {
        given().body("{\"now\":\"2031-05-01T08:00:00Z\",\"frozen\":true}")
                .put("/_tenantry/clock")
                .then()
                .statusCode(200);
        GraphHttp.signInAgain();
        SOURCE.get("/v1.0/users");
        requests("?since=2031-05-01T08:00:00Z").body("requests.at", contains("2031-05-01T08:00:00Z"));
        requests("?since=2031-05-01T08:00:01Z").body("requests", empty());
        given().post("/_tenantry/reset");
    }

    @Test
    void whatIsRefusedSaysWhy() throws IOException {
        SOURCE.anonymous().get("/v1.0/users").statusCode(401);
        requests("")
                .body("requests[0].status", is(401))
                .body("requests[0].tenant", nullValue())
                .body("requests[0].error.code", is("InvalidAuthenticationToken"));

        RawRequest.to(server.getPort(), "GET", "/v1.0/users")
                .hosts("evil.example")
                .send();
        requests("")
                .body("requests[0].status", is(400))
                .body("requests[0].error.message", containsString("evil.example"));

        RawRequest.to(server.getPort(), "GET", "/v1.0/users").hosts("a", "b").send();
        requests("").body("requests[0].status", is(400)).body("requests[0].error.message", containsString("host"));

        RawRequest.to(server.getPort(), "GET", "/v1.0/users").hosts().send();
        requests("").body("requests[0].status", is(400));

        RawRequest.to(server.getPort(), "POST", "/" + DOMAIN + "/oauth2/v2.0/token")
                .header("Content-Length", "9000000")
                .send();
        requests("")
                .body("requests[0].status", is(413))
                .body("requests[0].requestBytes", is(9_000_000))
                .body("requests[0].error.code", is("invalid_request"))
                .body("requests[0].error.message", containsString("larger than"));

        given().get("/nowhere").then().statusCode(404);
        requests("").body("requests[0].path", is("/nowhere")).body("requests[0].status", is(404));
        given().get("/" + DOMAIN + "/OAUTH2/V2.0/TOKEN").then().statusCode(400);
        requests("")
                .body("requests[0].path", is("/" + DOMAIN + "/OAUTH2/V2.0/TOKEN"))
                .body("requests[0].error.message", containsString("AADSTS900561"))
                .body("requests.findAll{it.path.contains('OAUTH2')}.size()", is(1));
    }

    @Test
    void ourOwnCallsAreNotInIt() {
        given().get("/_tenantry/tenants");
        given().get("/q/health/live");
        requests("").body("requests", empty());
    }

    @Test
    void aResetAndADeletionEmptyIt() {
        SOURCE.get("/v1.0/users");
        given().delete("/_tenantry/requests").then().statusCode(204);
        requests("").body("requests", empty());
        SOURCE.get("/v1.0/users");
        given().post("/_tenantry/reset").then().statusCode(204);
        requests("").body("requests", empty());
    }

    // ---- which are shown

    @Test
    void itIsPagedNewestFirst() {
        for (int i = 0; i < 5; i++) {
            SOURCE.get("/v1.0/users?$top=" + (i + 1));
        }
        String next = requests("?top=2")
                .body("requests.query", contains("$top=5", "$top=4"))
                .body("next", notNullValue())
                .extract()
                .path("next");
        String last = requests("?top=2&after=" + next)
                .body("requests.query", contains("$top=3", "$top=2"))
                .extract()
                .path("next");
        requests("?top=2&after=" + last)
                .body("requests.query", contains("$top=1"))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "tenant=source, 2",
        "tenant=alderwood.onmicrosoft.com, 2",
        "tenant=target, 1",
        "status=404, 1",
        "status=2xx, 2",
        "path=/v1.0/users, 2",
        "path=/v1.0/users*, 3",
        "path=*/USERS, 2",
        "tenant=source&status=404, 1",
        "path=/beta*, 0"
    })
    void itIsNarrowed(String filter, int found) {
        SOURCE.get("/v1.0/users");
        SOURCE.get("/v1.0/users/" + UNKNOWN).statusCode(404);
        TARGET.get("/v1.0/users");
        requests("?" + filter).statusCode(200).body("requests.size()", is(found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"top=0", "top=x", "after=x", "status=abc", "since=yesterday"})
    void whatIsNoFilterIsRefusedByItsPlace(String filter) {
        requests("?" + filter).statusCode(400).body("error.place", is(filter.replaceAll("=.*", "")));
    }

    @Test
    void whatIsNotThereIs404() {
        for (String id : new String[] {"99999999", "x", "-1", "99999999999999999999999"}) {
            given().get("/_tenantry/requests/" + id).then().statusCode(404).body("error.message", containsString(id));
        }
        requests("?tenant=nobody").statusCode(404);
    }

    // ---- without secrets

    @Test
    void aWholeCallIsShownWithoutItsSecrets() {
        String token = token();
        newest().body("requestBody", startsWith("grant_type=client_credentials"))
                .body("requestBody", containsString("client_secret=***"))
                .body("responseBody.access_token", is("***"))
                .body("responseBody.token_type", is("Bearer"))
                .body(not(containsString(SECRET)))
                .body(not(containsString(token)));

        given().header("Authorization", "Bearer " + token)
                .cookie("session", "s3ss10n")
                .get("/v1.0/users?code=c0de&$top=1")
                .then()
                .statusCode(200);
        newest().body("requestHeaders.Authorization", is("Bearer ***"))
                .body("requestHeaders.Cookie", is("***"))
                .body("query", containsString("code=***"))
                .body("url", startsWith("http://"))
                .body("responseHeaders", hasKey("request-id"))
                .body("responseBody.value", empty())
                .body("cut", is(false))
                .body(not(containsString("c0de")))
                .body(not(containsString("s3ss10n")))
                .body(not(containsString(token)));
    }

    @Test
    void passwordsAndSecretsOfGraphAreMasked() {
        SOURCE.newUser("ana");
        newest().body("requestBody.passwordProfile.password", is("***"))
                .body("requestBody.displayName", is("ana"))
                .body("responseBody.displayName", is("ana"))
                .body(not(containsString("Trellis-42-orbit")));

        String application = SOURCE.post("/v1.0/applications", "{'displayName':'a'}")
                .extract()
                .path("id");
        String secret = SOURCE.post("/v1.0/applications/" + application + "/addPassword", "{}")
                .statusCode(200)
                .extract()
                .path("secretText");
        newest().body("responseBody.secretText", is("***")).body(not(containsString(secret)));

        SOURCE.put(
                "/v1.0/servicePrincipals/" + UNKNOWN + "/synchronization/secrets",
                "{'value':[{'key':'SecretToken','value':'p1tcher'}]}");
        newest().body("requestBody.value[0].key", is("SecretToken"))
                .body("requestBody.value[0].value", is("***"))
                .body(not(containsString("p1tcher")));
    }

    @Test
    void aBatchIsMaskedPartByPart() {
        String inner = "{\"password\":\"Trellis-42-orbit!\"}";
        String encoded = java.util.Base64.getUrlEncoder().encodeToString(inner.getBytes());
        SOURCE.post(
                "/v1.0/$batch",
                "{'requests':[{'id':'1','method':'POST','url':'/users?code=c0de','headers':{'Content-Type':'application/json',"
                        + "'Authorization':'Bearer t0ken'},'body':{'passwordProfile':{'password':'Trellis-42-orbit!'}}},"
                        + "{'id':'2','method':'POST','url':'/users','headers':{'Content-Type':'application/json'},'body':'"
                        + encoded + "'}]}");
        newest().body("requestBody.requests[0].headers.Authorization", is("***"))
                .body("requestBody.requests[0].url", is("/users?code=***"))
                .body(not(containsString("Trellis")))
                .body(not(containsString("t0ken")))
                .body(not(containsString(encoded)));
    }

    // ---- other forms

    @Test
    void theJournalGoesOutAsAnArchiveAndComesBack() {
        token();
        SOURCE.get("/v1.0/users/" + UNKNOWN).statusCode(404);
        String har = given().accept("application/har+json")
                .get("/_tenantry/requests")
                .then()
                .statusCode(200)
                .contentType("application/har+json")
                .body("log.version", is("1.2"))
                .body("log.creator.name", is("Tenantry"))
                .body("log.entries.request.method", contains("POST", "GET"))
                .body("log.entries[0].request.postData.text", containsString("client_secret=***"))
                .body("log.entries[1].response.status", is(404))
                .body("log.entries[1].response.statusText", is("Not Found"))
                .body("log.entries[1].response.content.text", containsString("Request_ResourceNotFound"))
                .body(not(containsString(SECRET)))
                .extract()
                .asString();
        given().delete("/_tenantry/requests");

        given().body(har).post("/_tenantry/requests").then().statusCode(201).body("added", is(2));
        requests("")
                .body("requests.path", contains("/v1.0/users/" + UNKNOWN, "/" + DOMAIN + "/oauth2/v2.0/token"))
                .body("requests.tenant", contains(SOURCE_ID, SOURCE_ID))
                .body("requests[0].error.code", is("Request_ResourceNotFound"))
                .body("requests[1].client", is(CLIENT));
        String id = requests("?top=1").extract().path("requests[0].id");
        given().get("/_tenantry/requests/" + id + "?as=har").then().body("log.entries.size()", is(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | log.entries",
                "{'log':{'entries':[{}]}} | log.entries[0].request.method",
                "{'log':{'entries':[{'request':{'method':'GET','url':'/users'}}]}} | log.entries[0].request.url",
                "{'log':{'entries':[{'request':{'method':'GET','url':'http://a/b','headers':[{'name':'a\\nb','value':'c'}]}}]}} | log.entries[0].request.headers",
                "{'log':{'entries':[{'startedDateTime':'now','request':{'method':'GET','url':'http://a/b'}}]}} | log.entries[0].startedDateTime",
                "{'other':1} | other"
            })
    void whatIsNoArchiveIsRefusedWhole(String har, String place) {
        given().body(har.replace('\'', '"'))
                .post("/_tenantry/requests")
                .then()
                .statusCode(400)
                .body("error.place", is(place));
        requests("").body("requests", empty());
    }

    @Test
    void aCallCanBeHadAsAScript() {
        SOURCE.post("/v1.0/groups", "{'displayName':'It`s $HOME'}");
        String id = requests("?top=1").extract().path("requests[0].id");
        String path = "/_tenantry/requests/" + id;
        given().get(path + "?as=curl")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(startsWith("curl --globoff --request 'POST'"))
                .body(containsString("'Authorization: Bearer '\"$TOKEN\""))
                .body(containsString("--data-raw '{\"displayName\":\"It`s $HOME\"}'"));
        given().get(path + "?as=http").then().body(startsWith("POST http://")).body(containsString("Bearer {{token}}"));
        given().get(path + "?as=PowerShell").then().body(startsWith("Invoke-RestMethod -Method 'POST' -Uri 'http://"));
        given().get(path + "?as=fax").then().statusCode(400).body("error.place", is("as"));
    }
}
