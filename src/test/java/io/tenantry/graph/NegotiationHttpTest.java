package io.tenantry.graph;

import static io.restassured.RestAssured.given;
import static io.tenantry.graph.GraphHttp.groupBody;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** odata-protocol.md §1, §2.2 and §12: what clients ask for in headers, and how it is given. */
@QuarkusTest
class NegotiationHttpTest implements TwoTenants {
    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "application/json", "application/*", "text/html, */*;q=0.1", "application/json;q=0.5"})
    void whatTakesJsonGetsJson(String accept) {
        SOURCE.with("Accept", accept)
                .get("/v1.0/users")
                .statusCode(200)
                .contentType(containsString("application/json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/html", "application/json;q=0"})
    void whatDoesNotIsNotAcceptable(String accept) {
        refused(SOURCE.with("Accept", accept).get("/v1.0/users"), 406, "NotAcceptable");
    }

    @Test
    void aRefusedAcceptLeavesNothingBehind() {
        SOURCE.with("Accept", "text/html")
                .post("/v1.0/groups", groupBody("dock"))
                .statusCode(406);

        SOURCE.eventual().get("/v1.0/groups/$count").body(is("0"));
    }

    @Test
    void countsAreTextWhateverIsAccepted() {
        SOURCE.eventual()
                .with("Accept", "text/plain")
                .get("/v1.0/users/$count")
                .statusCode(200)
                .body(is("0"));
    }

    @Test
    void formatStandsInPlaceOfAccept() {
        SOURCE.with("Accept", "application/json;odata.metadata=full")
                .get("/v1.0/users?$format=application/json;odata.metadata=none")
                .body("", not(hasKey("@odata.context")));
        SOURCE.get("/v1.0/users?$format=atom").contentType(containsString("application/json"));
    }

    @Test
    void anyOriginMayReadAnyAnswer() {
        SOURCE.anonymous()
                .with("Origin", "https://app.example")
                .get("/v1.0/users")
                .statusCode(401)
                .header("Access-Control-Allow-Origin", is("*"))
                .header("Access-Control-Expose-Headers", containsString("client-request-id"));
    }

    @Test
    void aBrowserMayAskWithoutAToken() {
        SOURCE.anonymous()
                .with("Origin", "https://app.example")
                .with("Access-Control-Request-Method", "PATCH")
                .with("Access-Control-Request-Headers", "authorization,content-type")
                .options("/v1.0/users")
                .statusCode(204)
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", is("authorization,content-type"));
    }

    @Test
    void gzipIsGivenToWhoAnnouncesIt() {
        for (String name : new String[] {"ana", "ben", "cleo", "dan", "eva", "finn", "gus"}) {
            SOURCE.newUser(name);
        }

        SOURCE.with("Accept-Encoding", "gzip")
                .get("/v1.0/users")
                .header("Content-Encoding", is("gzip"))
                .body("value.displayName.size()", is(7));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static ValidatableResponse encoded(String path, String coding, byte[] body) {
        String token = given().contentType("application/json")
                .body("{}")
                .post("/_tenantry/tenants/source/tokens")
                .path("access_token");
        return given().header("Authorization", "Bearer " + token)
                .header("Content-Encoding", coding)
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    @Test
    void aBodyMayComeCompressed() throws IOException {
        byte[] group = groupBody("dock").replace('\'', '"').getBytes(StandardCharsets.UTF_8);

        encoded("/v1.0/groups", "gzip", gzip(group)).statusCode(201).body("displayName", is("dock"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1.0/groups", "/beta/$batch", "/common/oauth2/v2.0/token", "/_tenantry/tenants/source/tokens"})
    void aBodyThatIsNotEncodedAsItSaysIsRefused(String path) throws IOException {
        byte[] plain = "{}".getBytes(StandardCharsets.UTF_8);
        byte[] packed = gzip(plain);

        encoded(path, "gzip", plain).statusCode(400).contentType("application/json");
        encoded(path, "br", packed).statusCode(400).contentType("application/json");
        encoded(path, "gzip", Arrays.copyOf(packed, packed.length - 1)).statusCode(400);
        encoded(path, "gzip", Arrays.copyOf(packed, packed.length + 9)).statusCode(400);
        encoded(path, "gzip", gzip(new byte[50_000_000])).statusCode(413).contentType("application/json");
    }

    @Test
    void aChangeAnswersTheWholeObjectToWhoPrefersIt() {
        String id = SOURCE.newUser("ana");

        SOURCE.with("Prefer", "return=representation")
                .patch("/v1.0/users/" + id, "{'jobTitle':'Docker'}")
                .statusCode(200)
                .header("Preference-Applied", is("return=representation"))
                .body("'@odata.context'", endsWith("#users/$entity"))
                .body("jobTitle", is("Docker"));
    }

    @Test
    void aCreationAnswersOnlyItsAddressToWhoPrefersThat() {
        SOURCE.with("Prefer", "return=minimal")
                .post("/v1.0/groups", groupBody("dock"))
                .statusCode(204)
                .header("Preference-Applied", is("return=minimal"))
                .header("Location", containsString("/directoryObjects/"))
                .header("OData-EntityId", notNullValue())
                .body(emptyString());
    }

    @Test
    void aDeltaThatLeavesOutWhatIsUnchangedSaysSo() {
        SOURCE.with("Prefer", "return=minimal")
                .get("/v1.0/users/delta")
                .header("Preference-Applied", is("return=minimal"));
    }

    @Test
    void whatIsCreatedBecauseItWasMissingSaysSo() {
        SOURCE.with("Prefer", "create-if-missing")
                .patch("/v1.0/groups(uniqueName='north')", groupBody("north"))
                .statusCode(201)
                .header("Preference-Applied", is("create-if-missing"));
    }

    @Test
    void anEtagIsNotAskedFor() {
        String id = SOURCE.newUser("ana");

        SOURCE.with("If-Match", "W/\"stale\"")
                .patch("/v1.0/users/" + id, "{'jobTitle':'Docker'}")
                .statusCode(204);
    }
}
