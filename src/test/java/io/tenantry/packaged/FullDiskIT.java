package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.store.SmallDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose disk has no room: what it denies is not written, it says so, and goes on by itself when there is room. */
class FullDiskIT {
    private static final Duration NOTICED = Duration.ofSeconds(2);
    private static final Duration RESUMED = Duration.ofSeconds(5);
    private static final int BIG = 900;

    @TempDir
    Path folder;

    @Test
    void writesAreDeniedWithoutRoomAndServedAgainWithRoom() throws IOException {
        try (SmallDisk disk = SmallDisk.mounted(folder.resolve("disk"), 48);
                PackagedServer server = PackagedServer.start(disk.folder().resolve("data"))) {
            Http source = server.tenant("source");
            Creations creations = new Creations(source, "full", BIG);
            assertTrue(creations.create());
            server.http().post("/_tenantry/snapshots/before", "").expect(201);
            for (int round = 0; round < 2; round++) {
                disk.fill(0);
                while (creations.create()) {
                    continue; // what the log has room for
                }
                for (int i = 0; i < 50; i++) {
                    creations.create();
                }
                becomes(server, 503);
                readsAndTokensAreServed(server);
                stateIsNotTouched(server);
                disk.makeRoom();
                assertTrue(Await.until(server.patience(RESUMED), () -> created(creations)), server::log);
                becomes(server, 200);
                creations.check();
            }
            assertTrue(creations.denied() >= 100, "denied " + creations.denied());
            server.kill();
            server.start();
            creations.check();
            server.http().post("/_tenantry/snapshots/before/restore", "").expect(204);
            assertTrue(server.log().lines().count() < 60, server::log);
            assertFalse(server.log().contains("\tat "), server::log);
        }
    }

    @Test
    void aCycleWaitsForRoomAndGoesOn() throws IOException {
        try (SmallDisk disk = SmallDisk.mounted(folder.resolve("disk"), 96);
                PackagedServer server = PackagedServer.start(
                        disk.folder().resolve("data"),
                        "tenantry.scenario=" + SyncWorld.scenario(folder),
                        "tenantry.provisioning.batch=20")) {
            SyncWorld world = SyncWorld.on(server);
            world.startJob();
            assertTrue(Await.until(Duration.ofSeconds(60), () -> world.synchronizedSoFar() > 40));
            disk.fill(0);
            becomes(server, 503);
            int before = world.synchronizedSoFar();
            assertTrue(before < SyncWorld.PEOPLE, "the cycle was over before the disk was full");
            assertFalse(world.firstCycleEnded());
            disk.makeRoom();
            world.finish();
            world.eachWasCreatedOnce();
            assertFalse(server.log().contains("\tat "), server::log);
        }
    }

    private static void readsAndTokensAreServed(PackagedServer server) throws IOException {
        server.tenant("source").get("/v1.0/users?$top=5").expect(200);
        server.http().get("/q/health/live").expect(200);
    }

    private static void stateIsNotTouched(PackagedServer server) throws IOException {
        int users = server.tenant("target").all("/v1.0/users").size();
        for (String call : new String[] {"/_tenantry/snapshots/before", "/_tenantry/snapshots/other"}) {
            Answer answer = server.http().post(call, "").expect(503);
            assertTrue(answer.text("error.message").startsWith("the store cannot be used: "), answer::toString);
        }
        server.http().get("/_tenantry/snapshots/before").expect(200);
        server.http().get("/_tenantry/snapshots/other").expect(404);
        assertEquals(users, server.tenant("target").all("/v1.0/users").size());
    }

    /** All three probes say the same. */
    private static void becomes(PackagedServer server, int status) {
        for (String probe : new String[] {"/q/health/ready", "/_tenantry/health"}) {
            assertTrue(
                    Await.until(server.patience(NOTICED), () -> status(server, probe) == status),
                    () -> probe + server.log());
        }
    }

    private static int status(PackagedServer server, String path) {
        try {
            return server.http().get(path).status();
        } catch (IOException e) {
            return 0;
        }
    }

    private static boolean created(Creations creations) {
        try {
            return creations.create();
        } catch (IOException e) {
            return false;
        }
    }
}
