package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that know Microsoft's hosts and nothing else, through {@code ./tenantry run}: a token, a page, and the next. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnchangedProgramsIT {
    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final Path PROGRAMS = Path.of("src", "test", "resources", "unchanged");

    private Path folder;
    private PackagedServer server;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        server = PackagedServer.start(
                Files.createDirectory(folder.resolve("with a blank")).resolve("data"));
    }

    @AfterAll
    void end() {
        try (PackagedServer ending = server) {
            assertTrue(ending.healthy());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bash script.sh",
                "python3 with_urllib.py",
                "node with-fetch.mjs",
                "node with-https.mjs",
                "JAVA WithHttpClient.java",
                "JAVA WithUrlConnection.java"
            })
    void aProgramWithHardCodedUrlsRuns(String program) {
        String[] words = program.split(" ");
        String command = words[0].equals("JAVA")
                ? Path.of(System.getProperty("java.home"), "bin", "java").toString()
                : words[0];
        Shell.Ended ended = run(command, PROGRAMS.resolve(words[1]).toString());
        assertEquals(0, ended.code(), ended::err);
        assertEquals("2 users, then 2 more", ended.out().strip());
    }

    @Test
    void theServerItselfIsReachedPastTheProxy() {
        String health = server.base() + "/_tenantry/health";
        assertEquals(0, run("curl", "-fsS", health).code());
        String fetch = "fetch('" + health + "').then(answer => process.exit(answer.ok ? 0 : 1))";
        assertEquals(0, run("node", "-e", fetch).code());
    }

    @Test
    void whatIsNotMicrosoftsIsRefused() {
        Shell.Ended ended = run("curl", "-sS", "https://example.com/");
        assertEquals(56, ended.code(), ended::err);
        assertTrue(ended.err().contains("403"), ended::err);
    }

    @ParameterizedTest
    @CsvSource({"'exit 0', 0", "'exit 7', 7", "'kill -TERM $$', 143"})
    void itEndsAsTheProgramEnds(String script, int code) {
        assertEquals(code, run("bash", "-c", script).code());
    }

    @Test
    void thePlaceOfTheServerIsTakenFromItsDataDirectoryToo() {
        List<String> command = List.of(
                "./tenantry",
                "run",
                "--data",
                folder.resolve("with a blank/data").toString(),
                "--",
                "curl",
                "-fsS",
                "https://login.microsoftonline.com/common/discovery/v2.0/keys");
        Shell.Ended ended = Shell.run(folder, LONGEST, Map.of(), command);
        assertEquals(0, ended.code(), ended::err);
    }

    @Test
    void theEnvironmentCanBeSourced() {
        String port = Integer.toString(server.port());
        String script = "eval \"$(./tenantry env --shell bash --port " + port
                + ")\" && curl -fsS https://login.microsoftonline.com/common/discovery/v2.0/keys";
        Shell.Ended ended = Shell.run(folder, LONGEST, Map.of(), List.of("bash", "-c", script));
        assertEquals(0, ended.code(), ended::err);
    }

    @ParameterizedTest
    @CsvSource({
        "powershell, $env:HTTPS_PROXY = 'http://127.0.0.1:",
        "powershell, $env:SSL_CERT_FILE = '",
        "cmd, 'set \"HTTPS_PROXY=http://127.0.0.1:'",
        "bash, export NODE_USE_ENV_PROXY='1'"
    })
    void everyShellIsToldInItsOwnWords(String shell, String expected) {
        String port = Integer.toString(server.port());
        Shell.Ended ended =
                Shell.run(folder, LONGEST, Map.of(), List.of("./tenantry", "env", "--shell", shell, "--port", port));
        assertEquals(0, ended.code(), ended::err);
        assertTrue(ended.out().lines().anyMatch(line -> line.startsWith(expected.replaceAll("''", "'"))), ended::out);
    }

    @Test
    void whereNoServerIsOneLineSaysSo() {
        String port = Integer.toString(server.port());
        for (List<String> rest : List.of(
                List.of("run", "--port", "1", "--", "true"),
                List.of("run", "--port", port, "--https-port", "1", "--", "true"),
                List.of("env", "--port", "1"))) {
            List<String> command = new ArrayList<>(List.of("./tenantry"));
            command.addAll(rest);
            Shell.Ended ended = Shell.run(folder, LONGEST, Map.of(), command);
            assertEquals(69, ended.code(), ended::err);
            assertEquals(1, ended.err().lines().count(), ended::err);
            assertTrue(ended.err().startsWith("tenantry: no server answers at "), ended::err);
        }
    }

    private Shell.Ended run(String... program) {
        List<String> command =
                new ArrayList<>(List.of("./tenantry", "run", "--port", Integer.toString(server.port()), "--data"));
        command.add(folder.resolve("with a blank/data").toString());
        command.add("--");
        command.addAll(List.of(program));
        return Shell.run(folder, LONGEST, Map.of(), command);
    }
}
