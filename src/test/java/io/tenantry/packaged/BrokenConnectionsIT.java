package io.tenantry.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Connections that faults break off, as clients meet them over a socket: nothing of an answer, or half of one; and none of it holds up the end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenConnectionsIT {
    private static final String APPLICATIONS = "/v1.0/applications";
    private static final Duration LONGEST_END = Duration.ofSeconds(8);

    private PackagedServer server;
    private Http source;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = PackagedServer.start(folder.resolve("data"));
        source = server.tenant("source");
    }

    @AfterAll
    void whatWasBrokenOffHoldsNoEndUp() {
        try (PackagedServer ending = server) {
            long begin = System.nanoTime();
            ending.stop();
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            assertTrue(took.compareTo(LONGEST_END) < 0, "ended after " + took);
            assertFalse(ending.log().contains(" ERROR "), ending::log);
        }
    }

    @Test
    void aCallThatIsDroppedBeforeIsNotAnsweredAndNotDone() throws IOException {
        dropped("before");
        assertEquals("", made("Never").body());
        assertFalse(names().contains("Never"), names()::toString);
    }

    @Test
    void aCallThatIsDroppedDuringItsAnswerIsDoneAndItsAnswerIsCutOff() throws IOException {
        dropped("during");
        String answer = made("Half").body();
        assertTrue(answer.startsWith("HTTP/1.1 201 "), answer);
        String[] parts = answer.split("\r\n\r\n", 2);
        int promised = Integer.parseInt(parts[0].replaceFirst("(?is).*\r\ncontent-length: (\\d+).*", "$1"));
        assertTrue(parts[1].getBytes(ISO_8859_1).length < promised, answer);
        assertTrue(names().contains("Half"), names()::toString);
    }

    @Test
    void whoAsksAgainIsServed() throws IOException {
        for (String when : new String[] {"before", "during"}) {
            server.http()
                    .put("/_tenantry/faults", "{\"rules\": [{\"drop\": \"" + when + "\", \"count\": 1}]}")
                    .expect(204);
            assertFalse(read().body().endsWith("}"), when);
            Answer again = read();
            assertEquals(200, again.status(), when);
            assertTrue(again.body().endsWith("}"), when);
        }
    }

    private Answer read() throws IOException {
        return RawRequest.to(server, "GET", APPLICATIONS)
                .header("Authorization", "Bearer " + source.token())
                .send();
    }

    private void dropped(String when) throws IOException {
        String match = "{\"method\": \"POST\", \"path\": \"" + APPLICATIONS + "\"}";
        server.http()
                .put("/_tenantry/faults", "{\"rules\": [{\"match\": " + match + ", \"drop\": \"" + when + "\"}]}")
                .expect(204);
    }

    private Answer made(String name) throws IOException {
        String body = "{\"displayName\": \"" + name + "\"}";
        String head = "POST " + APPLICATIONS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + source.token()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return RawRequest.of(server, (head + body).getBytes(ISO_8859_1));
    }

    private List<String> names() throws IOException {
        return source.all(APPLICATIONS + "?$select=displayName").stream()
                .map((JsonNode each) -> each.get("displayName").asText())
                .toList();
    }
}
