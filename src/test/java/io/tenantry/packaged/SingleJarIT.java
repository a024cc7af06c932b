package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar tenantry.jar}, in a folder that holds nothing else and has a blank in its name. */
class SingleJarIT {
    @TempDir
    Path temporary;

    @Test
    void theOneFileIsTheWholeServer() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("my server"));
        Path jar = Files.copy(Path.of("target", "tenantry.jar"), folder.resolve("tenantry.jar"));
        int port = Ports.free();
        String start = "cd '" + folder + "' && exec '" + java() + "' -jar tenantry.jar start --port " + port;
        Shell.Running running = Shell.start(folder, environment(), List.of("bash", "-c", start));
        try {
            assertTrue(
                    Await.until(Duration.ofSeconds(120), () -> running.said().contains("Tenantry is up.")),
                    running::said);
            assertTrue(Files.exists(folder.resolve(".tenantry/tls/ca.pem")));
            String keys = "https://login.microsoftonline.com/common/discovery/v2.0/keys";
            List<String> program =
                    List.of(java(), "-jar", jar.toString(), "run", "--port", "" + port, "--", "curl", "-fsS", keys);
            Shell.Ended ended = Shell.run(folder, Duration.ofSeconds(60), environment(), program);
            assertEquals(0, ended.code(), ended::err);
            assertTrue(ended.out().contains("\"keys\""), ended::out);
        } finally {
            running.process().destroy();
        }
        assertEquals(143, running.ended(Duration.ofSeconds(30)).code());
    }

    @Test
    void mistakesAreToldInOneLine() {
        List<String> command = List.of(java(), "-jar", "target/tenantry.jar", "start", "--port", "high");
        Shell.Ended ended = Shell.run(temporary, Duration.ofSeconds(60), environment(), command);
        assertEquals(2, ended.code());
        assertEquals(
                "tenantry: --port takes a port from 1 to 65535, not 'high'",
                ended.err().strip());
    }

    private Map<String, String> environment() {
        return Map.of("XDG_CACHE_HOME", temporary.resolve("cache").toString());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
