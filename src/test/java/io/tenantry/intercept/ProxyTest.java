package io.tenantry.intercept;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.graph.LoadedScenario;
import io.tenantry.http.host.MicrosoftHosts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProxyTest {
    private SecuredServer server;
    private String token;

    @BeforeEach
    void connect() {
        LoadedScenario.beginDemo(getClass());
        server = SecuredServer.running();
        token = SecuredServer.token();
    }

    static Stream<String> hosts() {
        return MicrosoftHosts.all().stream();
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void tlsToEveryHostOfTheCloudsEndsHere(String host) throws IOException {
        String url = "https://" + host + "/v1.0/users?$top=1&$select=id";
        HttpResponse<String> page = SecuredServer.get(server.proxied(), url, token);
        assertEquals(200, page.statusCode());
        assertThat(page.body(), containsString("\"@odata.nextLink\":\"https://" + host + "/v1.0/users?"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://microsoft.com/devicelogin, https://login.microsoftonline.com/common/oauth2/deviceauth",
        "http://Microsoft.com/DeviceLogin/?otc=A1, https://login.microsoftonline.com/common/oauth2/deviceauth?otc=A1",
        "https://login.microsoft.com/device, /common/oauth2/deviceauth"
    })
    void whereDevicesSendPeopleIsThePageForTheirCode(String url, String page) throws IOException {
        HttpResponse<String> led = SecuredServer.get(server.proxied(), url, null);
        assertEquals(307, led.statusCode());
        assertEquals(page, led.headers().firstValue("Location").orElseThrow());
        assertThat(
                SecuredServer.get(
                                server.proxied(), URI.create(url).resolve(page).toString(), null)
                        .body(),
                containsString("name=\"otc\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1.0/users?$top=1", "/devicelogin/more", "/_tenantry/health", "//devicelogin"})
    void allElseOfTheirHostIsLedToWhereItIs(String path) throws IOException {
        HttpResponse<String> led = SecuredServer.get(server.proxied(), "https://microsoft.com" + path, token);
        assertEquals(307, led.statusCode());
        assertEquals(
                "https://www.microsoft.com" + path,
                led.headers().firstValue("Location").orElseThrow());
        assertThat(said("CONNECT www.microsoft.com:443 HTTP/1.1\r\n\r\n"), startsWith("HTTP/1.1 403"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void aWholeUrlIsServedAsThatUrl(String scheme) throws IOException {
        String url = scheme + "://graph.microsoft.com/v1.0/users?$top=1&$select=id";
        String page = said("GET " + url + " HTTP/1.1\r\nHost: graph.microsoft.com\r\nAuthorization: Bearer " + token
                + "\r\nConnection: close\r\n\r\n");
        assertThat(page, startsWith("HTTP/1.1 200"));
        assertThat(page, containsString("\"@odata.nextLink\":\"" + scheme + "://graph.microsoft.com/v1.0/users?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "azure.microsoft.com:443",
                "graph.microsoft.com:80",
                "graph.microsoft.com:8366",
                "graph.microsoft.com.evil.example:443",
                "localhost:443",
                "127.0.0.1:22",
                "169.254.169.254:443",
                "[::1]:443"
            })
    void anyOtherHostIsRefusedWithOneMessage(String target) throws IOException {
        String refused = said("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n");
        assertThat(refused, startsWith("HTTP/1.1 403"));
        assertThat(refused, containsString("not to '" + target + "'"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com/, example.com",
        "http://localhost/_tenantry/health, localhost",
        "https://graph.microsoft.com:8443/v1.0/users, graph.microsoft.com:8443",
        "ftp://graph.microsoft.com/, graph.microsoft.com",
        "/v1.0/users, graph.microsoft.com",
        "/_tenantry/health, localhost"
    })
    void soIsAnyOtherUrl(String target, String host) throws IOException {
        String refused = said("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertThat(refused, startsWith("HTTP/1.1 403"));
    }

    @Test
    void aConnectionThatIsKeptLeadsNowhereElseEither() throws IOException {
        String first = "GET http://graph.microsoft.com/v1.0/users HTTP/1.1\r\nHost: graph.microsoft.com\r\n\r\n";
        String second = "GET http://localhost/_tenantry/tenants HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String both = said(first + second);
        assertThat(both, startsWith("HTTP/1.1 401"));
        assertThat(both, containsString("HTTP/1.1 403"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT\r\n\r\n",
                "CONNECT a HTTP/1.1\r\n\r\n",
                "CONNECT a:b HTTP/1.1\r\n\r\n",
                "CONNECT graph.microsoft.com:443\r\n\r\n",
                "CONNECT graph.microsoft.com:443 HTTP/9.9\r\n\r\n",
                "CONNECT  graph.microsoft.com:443 HTTP/1.1\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000",
                "no request\r\n\r\n"
            })
    void whatIsNoRequestIsRefused(String sent) throws IOException {
        assertThat(said(sent), startsWith("HTTP/1.1 400"));
    }

    @Test
    void aHeadWithoutEndIsRefused() throws IOException {
        assertThat(said("CONNECT " + "a".repeat(70_000)), startsWith("HTTP/1.1 431"));
    }

    @Test
    void noiseInATunnelEndsIt() throws IOException {
        byte[] noise = new byte[500];
        new Random(11).nextBytes(noise);
        String connect = "CONNECT graph.microsoft.com:443 HTTP/1.1\r\nHost: graph.microsoft.com:443\r\n\r\n";
        assertThat(said(connect + new String(noise, ISO_8859_1)), startsWith("HTTP/1.1 200"));
        HttpClient client = server.proxied();
        assertEquals(
                401,
                SecuredServer.get(client, "https://graph.microsoft.com/v1.0/me", null)
                        .statusCode());
    }

    private String said(String bytes) throws IOException {
        return SecuredServer.said(SecuredServer.plain(server.proxy), bytes.getBytes(ISO_8859_1));
    }
}
