package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./tenantry start}, and how it ends. */
class StartIT {
    @TempDir
    Path folder;

    private final int port = Ports.free();
    private final Http http = new Http("http://127.0.0.1:" + port, null);
    private Shell.Running running;

    @AfterEach
    void end() {
        if (running != null) {
            running.process().destroyForcibly();
        }
    }

    /** The first start of them all makes the class cache where there is none; the others use it. */
    @Test
    void itStartsWithTheClassCache() {
        for (int i = 0; i < 2; i++) {
            start(Map.of(), "--data", data());
            assertFalse(running.said().toLowerCase().contains("warning"), running.said());
            assertEquals(143, ended("TERM"));
        }
    }

    @Test
    void itStartsWithoutItWhereThatIsWanted() {
        start(Map.of("TENANTRY_NO_CACHE", "1"), "--data", data());
        assertEquals(143, ended("TERM"));
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void whatEndsItLeavesAnIntactStore(String signal, int code) throws IOException, SQLException {
        start(Map.of(), "--data", data());
        String token = http.post("/_tenantry/tenants/source/tokens", "{}").text("access_token");
        new Http(http.base(), token)
                .post("/v1.0/applications", "{\"displayName\": \"Kept\"}")
                .expect(201);
        assertEquals(code, ended(signal));
        assertFalse(running.said().contains("ERROR"), running.said());
        assertEquals("ok", integrity());

        start(Map.of(), "--data", data());
        List<String> names = new Http(http.base(), token)
                .all("/v1.0/applications?$select=displayName").stream()
                        .map(each -> each.get("displayName").asText())
                        .toList();
        assertTrue(names.contains("Kept"), names::toString);
    }

    @Test
    void anEphemeralServerLeavesNothing() throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        start(Map.of("TENANTRY_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary), "--ephemeral");
        assertTrue(stores(temporary) > 0);
        assertEquals(143, ended("TERM"));
        assertEquals(0, stores(temporary));
    }

    @Test
    void optionsAreEnvironmentVariablesAsWellAndTheBannerSaysWhereEverythingIs() {
        Map<String, String> environment =
                Map.of("TENANTRY_PORT", Integer.toString(port), "TENANTRY_DATA", data(), "TENANTRY_BIND", "127.0.0.1");
        running = Shell.start(folder, environment, List.of("./tenantry", "start"));
        up();
        for (String expected : List.of(
                "http://localhost:" + port + "/v1.0",
                "http://localhost:" + port + "/{tenant}/oauth2/v2.0/token",
                "5eed0001-fe12-4000-8000-0000fe120001",
                "fernholm-admin-secret",
                "5eed0002-9011-4000-8000-000090110002",
                "gullwick-admin-secret")) {
            assertTrue(
                    Await.until(Duration.ofSeconds(30), () -> running.said().contains(expected)), () -> running.said());
        }
        assertEquals("", running.errors());
    }

    private void start(Map<String, String> environment, String... options) {
        // started in the background of a script it would inherit that SIGINT is ignored, which no Ctrl-C ever meets
        List<String> command = new ArrayList<>(
                List.of("env", "--default-signal=INT", "./tenantry", "start", "--port", Integer.toString(port)));
        command.addAll(List.of(options));
        running = Shell.start(folder, environment, command);
        up();
    }

    private void up() {
        boolean up = Await.until(
                Duration.ofMinutes(5), // the first of all starts makes the class cache
                () -> !running.process().isAlive()
                        || healthy() && running.said().contains("Tenantry is up."));
        assertTrue(up && running.process().isAlive(), () -> running.said());
    }

    private boolean healthy() {
        try {
            return http.get("/_tenantry/health").status() == 200;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    private int ended(String signal) {
        String pid = Long.toString(running.process().pid());
        Shell.run(folder, Duration.ofSeconds(30), Map.of(), List.of("kill", "-" + signal, pid));
        return running.ended(Duration.ofSeconds(30)).code();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private String integrity() throws SQLException {
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + data() + "/store.db");
                ResultSet check = store.createStatement().executeQuery("pragma integrity_check")) {
            return check.getString(1);
        }
    }

    private static long stores(Path temporary) throws IOException {
        try (var files = Files.walk(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("store.db"))
                    .count();
        }
    }
}
