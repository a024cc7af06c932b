package io.tenantry.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartOptionsTest {
    @TempDir
    Path folder;

    @Test
    void optionsAreSettingsOfTheServer() {
        StartOptions options = options("--port", "20001", "--no-https", "--proxy-tunnel", "--ephemeral");
        assertEquals(
                Map.of(
                        "tenantry.port",
                        "20001",
                        "tenantry.https",
                        "false",
                        "tenantry.proxy-tunnel",
                        "true",
                        "tenantry.ephemeral",
                        "true"),
                options.properties());
    }

    @Test
    void aFileIsFoundFromWhereverTheServerRuns() {
        String data = options("--data=here").properties().get("tenantry.data");
        assertEquals(Path.of("here").toAbsolutePath().toString(), data);
    }

    @Test
    void variablesOfTheEnvironmentCountLikeOptions() {
        Refusal refused = assertThrows(Refusal.class, () -> StartOptions.of(
                        List.of(), Map.of("TENANTRY_HTTPS_PORT", "x", "TENANTRY_PORT", "1"))
                .check());
        assertEquals("TENANTRY_HTTPS_PORT takes a port from 1 to 65535, not 'x'", refused.getMessage());
        assertEquals(2, refused.status());
    }

    @Test
    void aPortIsGivenOnce() {
        Refusal refused =
                assertThrows(Refusal.class, () -> options("--ephemeral", "--port", "20001", "--proxy-port", "20001")
                        .check());
        assertEquals("--proxy-port 20001: this port is given twice", refused.getMessage());
    }

    @Test
    void aServerForOneProcessIsOnFreePortsAndKnowsWhomItIsFor() {
        String self = Long.toString(ProcessHandle.current().pid());
        StartOptions options = options("--for", self, "--ephemeral");
        options.check();
        assertEquals(Map.of("tenantry.port", "0", "tenantry.ephemeral", "true"), options.properties());
        assertEquals(ProcessHandle.current(), options.served().orElseThrow());
        assertEquals(
                "20001", options("--for", self, "--port", "20001").properties().get("tenantry.port"));
    }

    @Test
    void nobodyServesAProcessThatIsNotThere() {
        Refusal refused = assertThrows(Refusal.class, () -> options("--for", "999999999999", "--ephemeral")
                .check());
        assertEquals("--for takes the id of a process that runs, not '999999999999'", refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "now                           | start takes options only, not 'now'",
                "--port                        | --port needs a value",
                "--port --data x               | --port needs a value",
                "--port high                   | --port takes a port from 1 to 65535, not 'high'",
                "--port 0                      | --port takes a port from 1 to 65535, not '0'",
                "--port 65536                  | --port takes a port from 1 to 65535, not '65536'",
                "--ephemeral=yes               | --ephemeral takes no value",
                "--ephemeral --data x          | --ephemeral keeps nothing",
                "--for nobody                  | --for takes the id of a process that runs, not 'nobody'",
                "--bind a/b                    | --bind takes an address of this machine, not 'a/b'",
                "--bind 203.0.113.7            | cannot listen: 203.0.113.7 is no address of this machine",
                "--bind nobody.invalid         | cannot listen: nobody.invalid is no address of this machine",
                "--store jdbc:mysql://host/x   | --store takes jdbc:postgresql://host:port/database",
                "--port 1 --scenario missing.x | there is no scenario file 'missing.x'",
                "--port 1 --scenario src       | the scenario 'src' is a directory, not a file",
                "--port 1 --data pom.xml       | pom.xml' is a file"
            })
    void badOptionsAreRefused(String arguments, String why) {
        Refusal refused =
                assertThrows(Refusal.class, () -> options(arguments.split(" ")).check());
        assertEquals(2, refused.status());
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    @Test
    void whatIsFineIsFine() throws Exception {
        Path scenario = Files.createFile(folder.resolve("world.yaml"));
        options(
                        "--port",
                        "1",
                        "--scenario",
                        scenario.toString(),
                        "--data",
                        folder.resolve("data").toString())
                .check();
    }

    private static StartOptions options(String... options) {
        return StartOptions.of(List.of(options), Map.of());
    }
}
