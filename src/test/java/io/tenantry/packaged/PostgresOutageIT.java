package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.format.Json;
import io.tenantry.store.Forwarder;
import io.tenantry.store.PostgresInstance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL goes and comes back, in every way it can: meanwhile requests are refused within seconds, afterwards they are served again. */
class PostgresOutageIT {
    /** An answer is missed three times in half a second each, from the next look on. */
    private static final Duration NOTICED = Duration.ofSeconds(3);

    private static final Duration RESUMED = Duration.ofSeconds(5);
    /** No request waits longer, whatever became of the database. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    @TempDir
    Path folder;

    /** A client that writes all the time, as long as it is told to. */
    private record Load(Creations creations, AtomicBoolean over, CompletableFuture<Void> done) {
        static Load of(Http tenant, String prefix) {
            Creations creations = new Creations(tenant, prefix, 10);
            AtomicBoolean over = new AtomicBoolean();
            return new Load(creations, over, CompletableFuture.runAsync(() -> {
                while (!over.get()) {
                    created(creations);
                }
            }));
        }

        void end() throws IOException {
            over.set(true);
            done.join();
            creations.check();
        }
    }

    @Test
    void backendsThatAreEndedAreReplaced() throws IOException {
        try (PostgresInstance postgres = PostgresInstance.own();
                PackagedServer server = PackagedServer.start(data(), "tenantry.store=" + postgres.database())) {
            Http source = server.tenant("source");
            Load[] loads = {Load.of(source, "one"), Load.of(source, "two"), Load.of(server.tenant("target"), "three")};
            for (int i = 0; i < 5; i++) {
                postgres.endSessions();
                source.get("/v1.0/users?$top=5").expect(200);
                assertTrue(Await.until(server.patience(RESUMED), () -> created(new Creations(source, "after", 10))));
            }
            for (Load load : loads) {
                load.end();
                assertTrue(
                        load.creations().made() > 0, "made " + load.creations().made());
                assertTrue(
                        load.creations().denied() <= 10,
                        "denied " + load.creations().denied());
            }
            quiet(server);
        }
    }

    @Test
    void aRestartIsOutlivedAndTheCycleGoesOn() throws IOException {
        try (PostgresInstance postgres = PostgresInstance.own();
                PackagedServer server = PackagedServer.start(
                        data(),
                        "tenantry.store=" + postgres.database(),
                        "tenantry.scenario=" + SyncWorld.scenario(folder),
                        "tenantry.provisioning.batch=20")) {
            SyncWorld world = SyncWorld.on(server);
            world.startJob();
            assertTrue(Await.until(Duration.ofSeconds(60), () -> world.synchronizedSoFar() > 40));
            postgres.stop();
            awayFor(server, world.source);
            postgres.start();
            backIn(server, world.source);
            postgres.crash();
            awayFor(server, world.source);
            postgres.start();
            backIn(server, world.source);
            world.finish();
            world.eachWasCreatedOnce();
            quiet(server);
        }
    }

    @Test
    void aDatabaseThatVanishesWithoutAWordKeepsNobodyWaiting() throws IOException {
        try (PostgresInstance postgres = PostgresInstance.own();
                Forwarder way = new Forwarder(postgres.port());
                PackagedServer server = PackagedServer.start(
                        data(), "tenantry.store=" + throughPort(postgres.database(), postgres.port(), way.port()))) {
            Http source = server.tenant("source");
            source.get("/v1.0/users").expect(200);
            way.freeze();
            awayFor(server, source);
            way.thaw();
            backIn(server, source);
            way.cut();
            assertTrue(Await.until(server.patience(RESUMED), () -> created(new Creations(source, "cut", 10))));
            quiet(server);
        }
    }

    @Test
    void theSameNameLeadsToAnotherAddressSoon() throws IOException {
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 db.example\n");
        try (PostgresInstance first = PostgresInstance.own();
                PackagedServer server = PackagedServer.start(
                        data(),
                        "tenantry.store=" + first.database().replace("127.0.0.1", "db.example"),
                        "jdk.net.hosts.file=" + hosts)) {
            Http source = server.tenant("source");
            Creations before = new Creations(source, "before", 10);
            assertTrue(before.create());
            first.stop();
            awayFor(server, source);
            try (PostgresInstance second = first.movedTo("127.0.0.2")) {
                Files.writeString(hosts, "127.0.0.2 db.example\n");
                backIn(server, source);
                before.check();
                second.stop();
            }
            quiet(server);
        }
    }

    @Test
    void ofSeveralHostsTheOneThatTakesWritesIsFound() throws IOException {
        try (PostgresInstance first = PostgresInstance.own();
                PackagedServer server = PackagedServer.start(data(), "tenantry.store=" + severalHosts(first))) {
            Http source = server.tenant("source");
            Creations before = new Creations(source, "before", 10);
            assertTrue(before.create());
            first.stop();
            try (PostgresInstance second = first.movedTo("127.0.0.2")) {
                backIn(server, source);
                before.check();
                second.stop();
            }
            quiet(server);
        }
    }

    @Test
    void aStandbyIsReadAndNotWritten() throws IOException {
        try (PostgresInstance first = PostgresInstance.own();
                PackagedServer server = PackagedServer.start(
                        data(), "tenantry.store=" + severalHosts(first).replace("&targetServerType=primary", ""))) {
            Http source = server.tenant("source");
            first.stop();
            try (PostgresInstance second = first.standbyOn("127.0.0.2")) {
                assertTrue(
                        Await.until(server.patience(RESUMED), () -> status(source, "/v1.0/users?$top=5") == 200),
                        server::log);
                assertFalse(created(new Creations(source, "standby", 10)));
                becomes(server, 503);
                second.promote();
                backIn(server, source);
            }
            quiet(server);
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static String throughPort(String url, int port, int other) {
        return url.replace(":" + port + "/", ":" + other + "/");
    }

    private static String severalHosts(PostgresInstance first) {
        String one = "127.0.0.1:" + first.port();
        return first.database().replace(one, one + ",127.0.0.2:" + first.port()) + "&targetServerType=primary";
    }

    /** Every way of asking is answered in time, and with what lets clients ask again. */
    private static void awayFor(PackagedServer server, Http tenant) throws IOException {
        long begin = System.nanoTime();
        CompletableFuture<Answer> write = CompletableFuture.supplyAsync(() -> creation(tenant));
        CompletableFuture<Answer> read = CompletableFuture.supplyAsync(() -> answer(tenant, "/v1.0/users?$top=5"));
        becomes(server, 503);
        assertEquals(200, server.http().get("/q/health/live").status());
        Creations.unavailable(write.join());
        Creations.unavailable(read.join());
        Duration waited = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(waited.compareTo(server.patience(LONGEST)) < 0, "waited " + waited);
        long again = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            Creations.unavailable(tenant.get("/v1.0/users"));
        }
        server.http().post("/_tenantry/reset", "").expect(503);
        Answer token = server.http()
                .send(
                        "POST",
                        "/" + tenantOf(tenant) + "/oauth2/v2.0/token",
                        "grant_type=client_credentials&client_id=5eed0001-c11e-4000-8000-000000000001&client_secret=x&scope=https://graph.microsoft.com/.default"
                                .getBytes(StandardCharsets.UTF_8),
                        "application/x-www-form-urlencoded");
        assertEquals("temporarily_unavailable", token.expect(503).text("error"), token::toString);
        Duration refused = Duration.ofNanos(System.nanoTime() - again);
        assertTrue(refused.compareTo(server.patience(LONGEST)) < 0, "refused after " + refused);
        String raw = RawRequest.to(server, "GET", "/v1.0/users")
                .header("Authorization", "Bearer " + tenant.token())
                .send()
                .body();
        assertTrue(raw.toLowerCase().contains("\r\nretry-after: 2\r\n"), raw);
    }

    private static String tenantOf(Http tenant) {
        String payload = tenant.token().split("\\.")[1];
        return Json.parse(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .get("tid")
                .asText();
    }

    private static void backIn(PackagedServer server, Http tenant) {
        Creations back = new Creations(tenant, "back", 10);
        assertTrue(Await.until(server.patience(RESUMED), () -> created(back)), server::log);
        becomes(server, 200);
    }

    private static void becomes(PackagedServer server, int status) {
        for (String probe : new String[] {"/q/health/ready", "/_tenantry/health"}) {
            assertTrue(
                    Await.until(server.patience(NOTICED), () -> status(server.http(), probe) == status),
                    () -> probe + " is not " + status + ": " + server.log());
        }
    }

    private static int status(Http http, String path) {
        return answer(http, path).status();
    }

    private static Answer answer(Http http, String path) {
        try {
            return http.get(path);
        } catch (IOException e) {
            return new Answer(path, 0, e.toString());
        }
    }

    private static Answer creation(Http tenant) {
        try {
            return tenant.post(
                    "/v1.0/groups",
                    "{\"displayName\": \"Away\", \"mailNickname\": \"away\", \"mailEnabled\": false, \"securityEnabled\": true}");
        } catch (IOException e) {
            return new Answer("/v1.0/groups", 0, e.toString());
        }
    }

    private static boolean created(Creations creations) {
        try {
            return creations.create();
        } catch (IOException e) {
            return false;
        }
    }

    /** A line when it goes, a line when it comes. */
    private static void quiet(PackagedServer server) {
        assertFalse(server.log().contains("\tat "), server::log);
    }
}
