package io.tenantry.intercept;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.graph.LoadedScenario;
import io.tenantry.http.host.MicrosoftHosts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HttpsTest {
    private static final String PAGE = "/v1.0/users?$top=1&$select=id";

    private SecuredServer server;
    private String token;

    @BeforeEach
    void connect() {
        LoadedScenario.beginDemo(getClass());
        server = SecuredServer.running();
        token = SecuredServer.token();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void everythingIsServedInBothVersionsAndLinksSaySo(Version version) throws IOException {
        HttpClient client = server.client(version);
        String base = "https://localhost:" + server.https;
        HttpResponse<String> page = SecuredServer.get(client, base + PAGE, token);
        assertEquals(200, page.statusCode());
        assertEquals(version, page.version());
        assertThat(page.body(), containsString("\"@odata.context\":\"" + base + "/v1.0/$metadata"));
        assertThat(page.body(), containsString("\"@odata.nextLink\":\"" + base + "/v1.0/users?"));
        assertTrue(page.headers().firstValue("Strict-Transport-Security").isEmpty());
        String document = base + "/common/v2.0/.well-known/openid-configuration";
        HttpResponse<String> discovery = SecuredServer.get(client, document, null);
        assertThat(discovery.body(), containsString("\"token_endpoint\":\"" + base + "/common/oauth2/v2.0/token\""));
        assertEquals(
                200, SecuredServer.get(client, base + "/_tenantry/health", null).statusCode());
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void bodiesAreReadInBothVersions(Version version) throws IOException, InterruptedException {
        String form = "{\"type\": \"app\"}" + " ".repeat(60_000);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("https://127.0.0.1:" + server.https + "/_tenantry/tenants/source/tokens"))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        assertEquals(
                200,
                server.client(version).send(request, BodyHandlers.ofString()).statusCode());
    }

    @Test
    void manyRequestsShareOneConnectionInHttp2() {
        HttpClient client = server.client(Version.HTTP_2);
        URI page = URI.create("https://localhost:" + server.https + "/v1.0/users?$top=999");
        HttpRequest request = HttpRequest.newBuilder(page)
                .header("Authorization", "Bearer " + token)
                .build();
        List<CompletableFuture<Integer>> answers = Stream.generate(
                        () -> client.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::statusCode))
                .limit(80)
                .toList();
        assertEquals(Set.of(200), answers.stream().map(CompletableFuture::join).collect(Collectors.toSet()));
    }

    @Test
    void theCertificateIsGoodForAllNamesOfTheClouds() throws Exception {
        try (SSLSocket socket = server.secured("http/1.1")) {
            X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            Set<String> names = shown.getSubjectAlternativeNames().stream()
                    .map(name -> (String) name.get(1))
                    .collect(Collectors.toSet());
            assertTrue(names.containsAll(MicrosoftHosts.all()));
            assertTrue(names.containsAll(Set.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void bothVersionsOfTlsAreSpoken(String version) throws IOException {
        try (SSLSocket socket = (SSLSocket) server.trust.getSocketFactory().createSocket("localhost", server.https)) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            assertEquals(version, socket.getSession().getProtocol());
        }
    }

    // ---- what is neither

    @Test
    void whatIsNoTlsIsClosed() throws IOException {
        byte[] noise = new byte[400];
        new Random(7).nextBytes(noise);
        assertEquals(
                "", SecuredServer.said(SecuredServer.plain(server.https), noise).replaceAll("(?s).*", ""));
        SecuredServer.said(
                SecuredServer.plain(server.https), "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(ISO_8859_1));
        stillServed();
    }

    @Test
    void whatIsNoHttp2EndsItsConnection() throws IOException {
        for (String sent : List.of("GET / HTTP/1.1\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nnonsense nonsense")) {
            SecuredServer.said(server.secured("h2"), sent.getBytes(ISO_8859_1));
        }
        stillServed();
    }

    @Test
    void theSameRefusalsComeBehindTls() throws IOException {
        String two = "GET /v1.0/users HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
        assertThat(
                SecuredServer.said(server.secured("http/1.1"), two.getBytes(ISO_8859_1)), startsWith("HTTP/1.1 400"));
        String many = "GET / HTTP/1.1\r\nHost: localhost\r\n" + "a: b\r\n".repeat(2000);
        assertThat(
                SecuredServer.said(server.secured("http/1.1"), many.getBytes(ISO_8859_1)), startsWith("HTTP/1.1 431"));
        String unknown = "GET /v1.0/users HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
        assertThat(
                SecuredServer.said(server.secured("http/1.1"), unknown.getBytes(ISO_8859_1)),
                startsWith("HTTP/1.1 400"));
    }

    private void stillServed() throws IOException {
        String health = "https://localhost:" + server.https + "/_tenantry/health";
        assertEquals(
                200,
                SecuredServer.get(server.client(Version.HTTP_2), health, null).statusCode());
    }
}
