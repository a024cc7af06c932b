package io.tenantry.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.packaged.Answer;
import io.tenantry.packaged.RawRequest;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a key: programs on this machine get through, whatever resource and spelling; nobody else does. */
@QuarkusTest
class ControlAccessTest {
    @TestHTTPResource
    URL server;

    static List<ControlCalls.Call> calls() {
        return ControlCalls.all();
    }

    @Test
    void theWalkMeetsEveryResource() {
        List<String> paths = calls().stream().map(ControlCalls.Call::path).toList();
        assertTrue(paths.containsAll(List.of("/_tenantry/reset", "/_tenantry/tenants/source/tokens")), paths::toString);
        assertTrue(paths.contains("/_tenantry/failing/source/source"), "a resource that says nothing is guarded");
        assertFalse(paths.contains("/_tenantry/health"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aPageOfAnotherOriginIsRefusedInEverySpelling(ControlCalls.Call call) throws IOException {
        refusedInEverySpelling(call, request -> request.header("Origin", "https://evil.example"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anotherHostNameIsRefusedInEverySpelling(ControlCalls.Call call) throws IOException {
        refusedInEverySpelling(call, request -> request.hosts("evil.example:" + server.getPort()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/_tenantry;x/tenants",
                "/_tenantry;/tenants",
                "/%5ftenantry;x/tenants",
                "/_tenantry/tenants;a=b",
                "/_tenantry/health;x",
                "/q;x/openapi"
            })
    void matrixParametersHaveNoPlaceInAPath(String path) throws IOException {
        told(request("GET", path).send()).expect(404);
    }

    @Test
    void itIsRefusedBeforeTheBodyIsThere() throws IOException {
        told(request("PUT", "/_tenantry/scenario")
                        .header("Content-Length", "1000000")
                        .header("Origin", "https://evil.example")
                        .send())
                .expect(403);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LocalHost:8365, 200",
        "tenantry.localhost:1, 200",
        "127.0.0.1:8365, 200",
        "127.8.9.10, 200",
        "[::1]:8365, 200",
        "graph.microsoft.com, 403",
        "localhost.evil.example, 403",
        "notlocalhost, 403",
        "192.0.2.7, 403",
        "[2001:db8::1], 403"
    })
    void theNameThatItIsCalledByIsALocalOne(String host, int status) throws IOException {
        request("GET", "/_tenantry/tenants").hosts(host).send().expect(status);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:PORT, 200",
        "http://LOCALHOST:PORT, 200",
        "https://localhost:PORT, 403",
        "http://localhost, 403",
        "null, 403"
    })
    void theServersOwnPagesHaveItsOrigin(String origin, int status) throws IOException {
        request("GET", "/_tenantry/tenants")
                .header("Origin", origin.replace("PORT", "" + server.getPort()))
                .send()
                .expect(status);
    }

    @Test
    void ofTwoOriginsBothCount() throws IOException {
        told(request("GET", "/_tenantry/tenants")
                        .header("Origin", "http://localhost:" + server.getPort())
                        .header("Origin", "https://evil.example")
                        .send())
                .expect(403);
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site, no-cors, 403",
        "same-site, no-cors, 403",
        "cross-site, cors, 403",
        "cross-site, navigate, 200",
        "same-origin, cors, 200",
        "none, navigate, 200"
    })
    void whatAPageElsewhereEmbedsIsRefusedToo(String site, String mode, int status) throws IOException {
        request("GET", "/_tenantry/tenants")
                .header("Sec-Fetch-Site", site)
                .header("Sec-Fetch-Mode", mode)
                .send()
                .expect(status);
    }

    @Test
    void healthIsToldUnderEveryNameButNotToPagesOfOtherOrigins() throws IOException {
        request("GET", "/_tenantry/health").hosts("evil.example").send().expect(200);
        told(request("GET", "/_tenantry/health")
                        .header("Origin", "https://evil.example")
                        .send())
                .expect(403);
    }

    private void refusedInEverySpelling(ControlCalls.Call call, UnaryOperator<RawRequest> caller) throws IOException {
        for (String spelling : call.spellings()) {
            RawRequest request = request(call.method(), spelling).header("Content-Length", "0");
            Answer answer = told(caller.apply(request).send());
            assertTrue(List.of(400, 403, 404, 405).contains(answer.status()), answer::toString);
        }
    }

    private RawRequest request(String method, String path) {
        return RawRequest.to(server.getPort(), method, path);
    }

    /** In our own form, whatever was asked for. */
    static Answer told(Answer answer) {
        int body = answer.body().indexOf("\r\n\r\n") + 4;
        assertEquals("{\"error\":{\"message\":\"", answer.body().substring(body, body + 21), answer::toString);
        return answer;
    }
}
