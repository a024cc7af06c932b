package io.tenantry.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.journal.Exchange.Answered;
import io.tenantry.journal.Exchange.Body;
import io.tenantry.journal.Exchange.Sent;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a client sent, it is data in a script. */
class ScriptTest {
    private static final String NASTY = "'; touch x; $(id) `id` \\ \" \u2019; calc \u2018 {{$processEnv HOME}} %0a";

    private static Script.Request request(String path, String header, String body) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("X-Name", header)
                .add("###", "x")
                .add("Content-Type", "application/json");
        Sent sent = new Sent(
                "POST",
                "http://localhost:8365",
                path,
                null,
                "http/1.1",
                headers,
                Body.of(body.getBytes(StandardCharsets.UTF_8), 10_000));
        Calling nobody = new Calling(null, null);
        Exchange exchange = new Exchange(1, Instant.EPOCH, 1, sent, Answered.nothing(), false, nobody);
        return Script.Request.of(new Shown(exchange, null));
    }

    @Test
    void aShellTakesItForText() throws Exception {
        Script.Request request = request(
                "/" + NASTY, NASTY, "{\"a\":\"" + NASTY.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}");
        String script = Script.CURL.of(request).replaceFirst("^curl", "printf '%s\\\\0'");
        List<String> words = words(script);
        assertEquals("X-Name: " + NASTY, words.get(4));
        assertEquals(request.body(), words.get(words.indexOf("--data-raw") + 1));
        assertEquals(request.url(), words.get(words.size() - 1));
    }

    private static List<String> words(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", script).start();
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, shell.waitFor());
        return List.of(out.split("\0"));
    }

    @Test
    void powerShellTakesItForText() {
        String script = Script.POWERSHELL.of(request("/x", NASTY, "{}"));
        assertTrue(
                script.contains("'X-Name' = '''; touch x; $(id) `id` \\ \" \u2019\u2019; calc \u2018\u2018 {{"),
                script);
    }

    @Test
    void aFileOfRequestsTakesItForOneWithoutVariables() {
        String script =
                Script.HTTP.of(request("/{{x}}", NASTY, "{\"a\":\"{{x}}\",\"b\":\"\\n###\\nDELETE http://x\"}"));
        assertFalse(script.contains("{{"), script);
        assertFalse(script.lines().anyMatch(line -> line.startsWith("###")), script);
        assertTrue(script.contains("\\u007b\\u007bx}}"), script);
    }
}
