package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A start that cannot succeed says why in one line, leaves a code other than 0, and shows nothing of what is inside. */
class RefusedStartIT {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    // ---- by the launcher, before anything is built or started

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "begin                               | unknown command 'begin'",
                "build now                           | build takes no options",
                "start --colour blue                 | unknown option '--colour'",
                "start --port 1 --data pom.xml/data  | pom.xml/data' cannot be created"
            })
    void badOptionsAreRefused(String arguments, String why) {
        List<String> command = new ArrayList<>(List.of("./tenantry"));
        command.addAll(List.of(arguments.split(" ")));
        assertEquals(2, refused(command, why).code());
    }

    @Test
    void noCommandAtAllIsRefused() {
        assertEquals(2, refused(List.of("./tenantry"), "what should it do?").code());
    }

    @Test
    void aBusyPortIsRefused() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = busy.getLocalPort();
            refused(List.of("./tenantry", "start", "--port", "" + port), "port " + port + " is in use");
            refused(server(port), "port " + port + " on 127.0.0.1 is in use");
        }
    }

    // ---- by the server

    /** Whatever is wrong in it: {@code ScenarioCheckerTest}. */
    @Test
    void aBrokenScenarioIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.yaml"), "tenants: [{displayName: A}]");
        List<String> command = server(Ports.free(), "tenantry.scenario=" + file);
        assertEquals(
                2,
                refused(command, "tenants[0]: id is missing (line 1), and one more mistake")
                        .code());
    }

    @Test
    void theLauncherHandsOverWhatTheServerSays() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.yaml"), "tenants: 7");
        String data = folder.resolve("data").toString();
        List<String> command = List.of(
                "./tenantry", "start", "--port", "" + Ports.free(), "--scenario", file.toString(), "--data", data);
        assertEquals(2, refused(command, "broken.yaml").code());
    }

    @Test
    void aMissingScenarioIsRefused() {
        refused(server(Ports.free(), "tenantry.scenario=" + folder.resolve("missing")), "there is no such file");
    }

    @Test
    void aDataDirectoryThatIsAFileIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        refused(server(Ports.free(), "tenantry.data=" + file), "there is a file of that name");
        refused(server(Ports.free(), "tenantry.data=" + file.resolve("data")), "cannot write to the data directory");
    }

    @Test
    void aDataDirectoryThatHoldsSomethingElseIsRefused() throws IOException {
        Path data = Files.createDirectory(folder.resolve("other"));
        Files.writeString(
                data.resolve("store.db"), "This is not a database, and long enough to be looked at. ".repeat(40));
        refused(server(Ports.free(), "tenantry.data=" + data), "cannot open the store");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update flyway_schema_history set checksum = 7 where version = '1' | none of this version",
                "insert into flyway_schema_history select 99, '99', 'later', 'SQL', 'V99.sql', 1, 'me', '2026-01-01 00:00:00.000', 1, 1 | newer version of Tenantry",
                "update server_value set value = 'AAAA' where name = 'token.signing-key' | the signing key in the store"
            })
    void aStoreOfAnotherVersionOrWithADamagedKeyIsRefused(String change, String why) throws SQLException {
        Path data = folder.resolve("changed");
        List<String> copy = List.of("cp", "-a", storeOfThisVersion().toString(), data.toString());
        assertEquals(
                0, Shell.run(folder, Duration.ofSeconds(30), Map.of(), copy).code());
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + data + "/store.db");
                Statement statement = store.createStatement()) {
            assertEquals(1, statement.executeUpdate(change));
        }
        refused(server(Ports.free(), "tenantry.data=" + data), why);
    }

    private static synchronized Path storeOfThisVersion() {
        Path data = shared.resolve("data");
        if (Files.notExists(data)) {
            try (PackagedServer first = PackagedServer.start(data)) {
                first.stop();
            }
        }
        return data;
    }

    @Test
    void aDataDirectoryThatAnotherServerHoldsIsRefused() {
        Path data = folder.resolve("data");
        try (PackagedServer first = PackagedServer.start(data)) {
            refused(server(Ports.free(), "tenantry.data=" + data), "is in use by another server");
            assertTrue(first.healthy());
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsRefused() {
        String url = "jdbc:postgresql://127.0.0.1:" + Ports.free() + "/tenantry";
        refused(server(Ports.free(), "tenantry.store=" + url), url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tenantry.control.key=kelp        | tenantry.control.key needs 16 characters",
                "tenantry.control.key=demo-key-demo-key | tenantry.control.key is a sample",
                "tenantry.port=high               | tenantry.port",
                "tenantry.bind=203.0.113.7        | 203.0.113.7 is no address of this machine",
                "tenantry.store=jdbc:mysql://host | jdbc:mysql://host"
            })
    void settingsThatDoNotFitAreRefused(String setting, String why) {
        refused(server(Ports.free(), setting), why);
    }

    private List<String> server(int port, String... settings) {
        List<String> all = new ArrayList<>(List.of("tenantry.data=" + folder.resolve("data")));
        all.addAll(List.of(settings));
        return PackagedServer.command(all, port);
    }

    private Shell.Ended refused(List<String> command, String why) {
        Shell.Ended ended = Shell.run(folder, Duration.ofSeconds(60), Map.of("TENANTRY_NO_CACHE", "1"), command);
        assertNotEquals(0, ended.code(), ended::out);
        assertEquals(1, ended.err().lines().count(), ended::err);
        assertTrue(ended.err().startsWith("tenantry: "), ended::err);
        assertTrue(ended.err().contains(why), ended::err);
        assertFalse((ended.out() + ended.err()).contains("\tat "), ended::out);
        return ended;
    }
}
