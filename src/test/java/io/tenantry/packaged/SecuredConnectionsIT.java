package io.tenantry.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that begin to speak TLS, or to the proxy, and go no further: they are ended, and nobody else notices. */
@Tag("alone")
class SecuredConnectionsIT extends ServerCases {
    private static final Duration WATCHED = Duration.ofMillis(1500);
    private static final Duration ENDED = Duration.ofSeconds(20);
    private static final int MANY = 1000;
    private static final String HELLO = "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003";
    private static final String NOISE = "\u0016\u0003\u0003\u0040\u0000" + "\u00aa\u0000".repeat(7000);
    private static final String CONNECT = "CONNECT graph.microsoft.com:443 HTTP/1.1\r\n";

    private SteadyClient steady;
    private JsonNode ports;

    @Override
    String[] settings() {
        return new String[] {"tenantry.http.request-time=3S"};
    }

    @BeforeAll
    void begin() throws IOException {
        ports = server.http().get("/_tenantry/ports").expect(200).json();
        steady = new SteadyClient(
                source, "/v1.0/users/" + source.get(LIV).expect(200).text("id"));
        steady.worstDuring(WATCHED);
    }

    @Test
    void whoBeganToSpeakTlsIsEnded() throws IOException {
        areEnded("https", "", HELLO, NOISE, "GET / HTTP/1.1\r\n");
    }

    @Test
    void whoBeganToSpeakToTheProxyIsEnded() throws IOException {
        areEnded(
                "proxy",
                "",
                "CON",
                CONNECT,
                CONNECT + "\r\n",
                CONNECT + "\r\n" + HELLO,
                CONNECT + "\r\n" + NOISE,
                "GET http://graph.microsoft.com/v1.0/users HTTP/1.1\r\nX-Slow: ");
    }

    /** All kinds at the same time. */
    private void areEnded(String port, String... begun) throws IOException {
        byte[][] kinds = Stream.of(begun).map(each -> each.getBytes(ISO_8859_1)).toArray(byte[][]::new);
        try (HalfSent.Kinds many = new HalfSent.Kinds(ports.get(port).asInt(), MANY, kinds)) {
            assertThat(steady.worstDuring(WATCHED), lessThan(server.patience(Duration.ofSeconds(1))));
            for (HalfSent each : many.kinds()) {
                assertTrue(each.areEndedWithin(ENDED), () -> "open still: " + each);
            }
        }
    }
}
