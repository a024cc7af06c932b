package io.tenantry.packaged.console;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.packaged.Await;
import io.tenantry.packaged.Http;
import io.tenantry.packaged.PackagedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Two tenants with a job between them that has run a few times, and names that hold markup ({@code console/world.yaml}).
 *
 * @param control the control API, without a key
 */
record ConsoleWorld(Http control, PackagedServer server) {
    static final String SOURCE = "c0a5de00-a1de-4000-8000-0000a1de0001";
    static final String TARGET = "c0a5de00-b12c-4000-8000-0000b12c0001";
    static final String JOB = "Azure2Azure.c0a5de00a1de400080000000a1de0001.c0a5de00-a99e-4000-8000-0000a99e0001";

    static Path scenario(Path folder) throws IOException {
        try (InputStream in = ConsoleWorld.class.getResourceAsStream("/console/world.yaml")) {
            return Files.write(folder.resolve("world.yaml"), in.readAllBytes());
        }
    }

    static ConsoleWorld on(PackagedServer server) {
        return new ConsoleWorld(server.http(), server);
    }

    /** Back to the beginning, without snapshots: the first cycle created four people, the second updated one, the third had nothing to do. */
    void reset() throws IOException {
        for (JsonNode snapshot : control.get("/_tenantry/snapshots").expect(200).json()) {
            control.delete("/_tenantry/snapshots/" + snapshot.get("name").asText())
                    .expect(204);
        }
        control.delete("/_tenantry/scenario").expect(204); // another test may have loaded its own
        control.post("/_tenantry/reset", "").expect(204);
        Http source = source();
        assertTrue(Await.until(Duration.ofSeconds(90), () -> firstCycleEnded()), "the first cycle does not end");
        source.patch("/v1.0/users/ben.holt@alderwood.example", "{\"jobTitle\": \"Seller\"}")
                .expect(204);
        run();
        run();
        control.delete("/_tenantry/requests").expect(204);
    }

    private boolean firstCycleEnded() {
        try {
            return !control.get("/_tenantry/tenants/source/jobs")
                    .expect(200)
                    .text("0.code")
                    .equals("NotRun");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One page of each kind, by its kind: with a snapshot to compare, and a call in the journal. */
    Map<String, String> pages(Console console) throws IOException {
        control.post("/_tenantry/snapshots/before", "").expect(201);
        source().patch("/v1.0/users/ana.reis@alderwood.example", "{\"jobTitle\": \"Chief\"}")
                .expect(204);
        run();
        return Walk.pages(console);
    }

    /** One cycle, now. */
    void run() throws IOException {
        control.post("/_tenantry/tenants/source/jobs/" + JOB + "/run", "").expect(200);
    }

    /** Graph of the source, with every permission. */
    Http source() {
        return server.tenant("source");
    }

    /** Graph of the target, with every permission. */
    Http target() {
        return server.tenant("target");
    }

    /** The id that a user has. */
    String userId(Http tenant, String userPrincipalName) throws IOException {
        return tenant.get("/v1.0/users/" + userPrincipalName).expect(200).text("id");
    }
}
