package io.tenantry.http.host;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.packaged.Answer;
import io.tenantry.packaged.RawRequest;
import java.io.IOException;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HostGateTest {
    private static final String TENANT = "5eed0001-fe12-4000-8000-0000fe120001";

    /** A path of each face, and how its errors begin. */
    private static final String[][] FACES = {
        {"/v1.0/users", "{\"error\":{\"code\":\"BadRequest\""},
        {"/beta/users", "{\"error\":{\"code\":\"BadRequest\""},
        {"/v9.0/users", "{\"error\":{\"code\":\"BadRequest\""},
        {"/" + TENANT + "/oauth2/v2.0/token", "{\"error\":\"invalid_request\",\"error_description\":\"AADSTS9002313: "},
        {"/common/discovery/instance", "{\"error\":\"invalid_request\",\"error_description\":\"AADSTS9002313: "},
        {"/_tenantry/tenants", "{\"error\":{\"message\":"},
        {"/_tenantry/health", "{\"error\":{\"message\":"},
        {"/q/health", "{\"error\":{\"message\":"},
        {"/q/openapi", "{\"error\":{\"message\":"},
        {"/nowhere", "{\"error\":{\"message\":"}
    };

    @TestHTTPResource
    URL server;

    @Test
    void twoHostsAreRefusedEverywhere() throws IOException {
        for (String[] face : FACES) {
            refused(get(face[0]).hosts("localhost", "evil.example"), face[1]);
            refused(get(face[0]).hosts("localhost", "localhost"), face[1]);
            refused(get(face[0]).hosts("localhost").header("hOST", "localhost"), face[1]);
        }
    }

    @Test
    void noHostIsRefusedEverywhere() throws IOException {
        for (String[] face : FACES) {
            refused(get(face[0]).hosts(), face[1]);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "localhost:99999",
                "localhost:abc",
                "localhost:1:2",
                "u@localhost",
                "localhost/x",
                "localhost, evil.example",
                "http://localhost",
                "[::1",
                "[evil]",
                "::1"
            })
    void aHostThatIsNoneIsRefusedEverywhere(String host) throws IOException {
        for (String[] face : FACES) {
            refused(get(face[0]).hosts(host), face[1]);
        }
    }

    @Test
    void aTargetOnAnotherHostThanTheHeaderSaysIsRefusedEverywhere() throws IOException {
        for (String[] face : FACES) {
            refused(get("http://evil.example" + face[0]), face[1]);
            refused(get("http://localhost" + face[0]), face[1]);
            refused(get("http://x@localhost:" + server.getPort() + face[0]), face[1]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:PORT/_tenantry/health, localhost:PORT",
        "HTTP://LocalHost:PORT/_tenantry/health, localhost:PORT",
        "http://localhost/_tenantry/health, localhost:80",
        "https://localhost:443/_tenantry/health, localhost"
    })
    void aTargetMayRepeatTheHost(String target, String host) throws IOException {
        String port = "" + server.getPort();
        get(target.replace("PORT", port))
                .hosts(host.replace("PORT", port))
                .send()
                .expect(200);
    }

    @Test
    void anOldClientMayNameNoHost() throws IOException {
        RawRequest.ofVersion10(server.getPort(), "GET", "/_tenantry/health")
                .hosts()
                .send()
                .expect(200);
        RawRequest.ofVersion10(server.getPort(), "GET", "/v1.0/users")
                .hosts()
                .send()
                .expect(401);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8365, 401",
        "127.0.0.1, 401",
        "graph.microsoft.com, 401",
        "Graph.Microsoft.us:443, 401",
        "login.microsoftonline.com, 401",
        "evil.example, 400",
        "graph.microsoft.com.evil.example:8365, 400",
        "192.0.2.7, 400"
    })
    void graphIsServedUnderKnownNames(String host, int status) throws IOException {
        for (String path : new String[] {"/v1.0/users", "/beta/me", "/v1.0/users/" + TENANT, "/%761.0/users"}) {
            get(path).hosts(host).send().expect(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1.0/users", "/v1.0/$metadata", "/v1.0/$batch", "//v1.0/users"})
    void aPageThatLeadsItsNameHereGetsNothingOfGraph(String path) throws IOException {
        String name = "rebound.example:" + server.getPort();
        refused(get(path).hosts(name), FACES[0][1]);
        refused(get(path).hosts(name).header("Origin", "http://" + name), FACES[0][1]);
        refused(RawRequest.to(server.getPort(), "OPTIONS", path).hosts(name), FACES[0][1]);
    }

    @Test
    void norATokenButDocumentsThatEverybodyMayRead() throws IOException {
        String tokens = "/" + TENANT + "/oauth2/v2.0/token";
        refused(RawRequest.to(server.getPort(), "POST", tokens).hosts("rebound.example"), FACES[3][1]);
        refused(RawRequest.to(server.getPort(), "POST", tokens.toUpperCase()).hosts("rebound.example"), FACES[3][1]);
        get("/common/v2.0/.well-known/openid-configuration")
                .hosts("rebound.example")
                .send()
                .expect(200);
    }

    private RawRequest get(String path) {
        return RawRequest.to(server.getPort(), "GET", path);
    }

    private static void refused(RawRequest request, String form) throws IOException {
        Answer answer = request.send().expect(400);
        String body = answer.body().substring(answer.body().indexOf("\r\n\r\n") + 4);
        assertTrue(body.startsWith(form), answer::toString);
    }
}
