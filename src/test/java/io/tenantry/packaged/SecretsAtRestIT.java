package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the data directory tells, and to whom. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsAtRestIT {
    private static final String GALLERY = "518e5f48-1fc8-4c48-9387-9fdf28b0dfe7";
    private static final String CLIENT_SECRET = "a-secret-of-somebodys-own";
    private static final String SYNC_SECRET = "kelp-and-dulse-91";

    @TempDir
    static Path folder;

    private Path data;
    private PackagedServer server;
    private String token;

    /** A server with secrets of every kind in its store, stopped. */
    @BeforeAll
    void world() throws IOException {
        data = folder.resolve("data");
        Path scenario = Files.writeString(
                folder.resolve("scenario.yaml"),
                """
                tenants:
                  - alias: source
                    id: 71de0000-5eed-4a11-8d00-0000000050cc
                    displayName: Tidewell
                    initialDomain: tidewell.onmicrosoft.com
                    clients: [{appId: 71de0000-c11e-4a11-8d00-0000000050cc, displayName: Tool, secret: %s, permissions: ["*"]}]
                    users: [{userPrincipalName: ana@tidewell.onmicrosoft.com, displayName: Ana, passwordProfile: {password: Tide-Rook-7x1}}]
                """
                        .formatted(CLIENT_SECRET));
        server = PackagedServer.start(data, "tenantry.scenario=" + scenario);
        Http source = server.tenant("source");
        token = source.token();
        String principal = source.post(
                        "/v1.0/applicationTemplates/" + GALLERY + "/instantiate", "{\"displayName\":\"Sync\"}")
                .expect(201)
                .text("servicePrincipal.id");
        source.put(
                        "/v1.0/servicePrincipals/" + principal + "/synchronization/secrets",
                        "{\"value\":[{\"key\":\"Password\",\"value\":\"" + SYNC_SECRET + "\"}]}")
                .expect(204);
        server.http().post("/_tenantry/snapshots/taken", "").expect(201);
        server.stop();
    }

    @AfterAll
    void end() {
        server.close();
    }

    @Test
    void onlyTheUserWhoRunsItCanOpenWhatIsKept() throws IOException {
        for (Path each : kept()) {
            assertEquals(
                    Files.isDirectory(each) ? "rwx------" : "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(each)),
                    each::toString);
        }
    }

    @Test
    void filesThatWereOpenToOthersAreClosedAtTheNextStart() throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(data.resolve("store.db"), PosixFilePermissions.fromString("rw-r--r--"));
        server.start();
        server.stop();
        onlyTheUserWhoRunsItCanOpenWhatIsKept();
    }

    @Test
    void aFolderThatHoldsOtherThingsStaysOpenToOthers() throws IOException {
        Path shared = Files.createDirectories(folder.resolve("shared"));
        Files.writeString(shared.resolve("notes.txt"), "for everybody");
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (PackagedServer other = PackagedServer.start(shared)) {
            other.stop();
        }
        assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(shared)));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(shared.resolve("store.db"))));
    }

    @Test
    void aCopyOfTheDatabaseAloneTellsNoSecret() throws IOException {
        for (Path each : kept()) {
            if (Files.isRegularFile(each) && !each.endsWith("seal.key")) {
                String text = Files.readString(each, StandardCharsets.ISO_8859_1);
                for (String secret : List.of(CLIENT_SECRET, SYNC_SECRET, "Tide-Rook-7x1", "PRIVATE KEY", "MIIEv")) {
                    assertFalse(text.contains(secret), () -> each + " tells " + secret);
                }
            }
        }
    }

    @Test
    void theKeyAndTheDatabaseBelongTogether() throws IOException {
        server.start();
        new Http(server.base(), token).get("/v1.0/organization").expect(200);
        server.stop();
    }

    @Test
    void whatTheStartPrintsTellsTheSecretsOfTheDemoOnly() {
        assertFalse(server.log().contains(CLIENT_SECRET), server::log);
        try (PackagedServer demo = PackagedServer.start(folder.resolve("demo"))) {
            assertTrue(demo.log().contains("fernholm-admin-secret"), demo::log);
        }
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.toList();
        }
    }
}
