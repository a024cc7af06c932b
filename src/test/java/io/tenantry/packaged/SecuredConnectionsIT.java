package io.tenantry.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that begin to speak TLS, or to the proxy, and go no further: they are ended, and nobody else notices. */
@Tag("alone")
class SecuredConnectionsIT extends ServerCases {
    private static final Duration WATCHED = Duration.ofMillis(1500);
    private static final Duration ENDED = Duration.ofSeconds(20);
    private static final int MANY = 1000;
    private static final String HELLO = "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003";
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

    @AfterAll
    void end() {
        steady.close();
    }

    @ParameterizedTest
    @CsvSource({
        "https, NOTHING",
        "https, HELLO",
        "https, NOISE",
        "https, 'GET / HTTP/1.1\r\n'",
        "proxy, NOTHING",
        "proxy, CON",
        "proxy, CONNECT",
        "proxy, 'CONNECT\r\n'",
        "proxy, 'CONNECT\r\nHELLO'",
        "proxy, 'CONNECT\r\nNOISE'",
        "proxy, 'GET http://graph.microsoft.com/v1.0/users HTTP/1.1\r\nX-Slow: '"
    })
    void aThousandThatBeganAreEnded(String port, String begun) throws IOException {
        String bytes = begun.replace("CONNECT", CONNECT)
                .replace("HELLO", HELLO)
                .replace("NOISE", "\u0016\u0003\u0003\u0040\u0000" + "\u00aa\u0000".repeat(7000))
                .replace("NOTHING", "");
        try (HalfSent many = new HalfSent(ports.get(port).asInt(), MANY, bytes.getBytes(ISO_8859_1))) {
            assertThat(steady.worstDuring(WATCHED), lessThan(Duration.ofSeconds(1)));
            assertTrue(many.areEndedWithin(ENDED));
        }
    }
}
