package io.tenantry.packaged.hostile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.packaged.Http;
import io.tenantry.packaged.PackagedServer;
import io.tenantry.packaged.ServerCases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hostile requests of every kind, mixed, the same ones for the same seed: {@code -Dtenantry.hostile.requests=10000
 * -Dtenantry.hostile.seed=7}. None is a failure of the server, none takes long, none does what its answer denies, and memory stays.
 */
@Tag("alone")
class HostileRequestsIT {
    private static final int REQUESTS = Integer.getInteger("tenantry.hostile.requests", 400);
    private static final long SEED = Long.getLong("tenantry.hostile.seed", 1);
    private static final long SLOWEST_MILLIS = 2000;
    /** Requests to a tenant that cannot change it, until its contents are compared. */
    private static final int BETWEEN_LOOKS = 40;

    private static final int MOST_GROWTH_MIB = 48;

    private static final int MOST_FAILURES = 25;

    private final List<String> failures = new ArrayList<>();
    private final Map<String, List<String>> contents = new HashMap<>();
    private final Map<String, Integer> sinceLook = new HashMap<>();

    @Test
    void nothingHostileHarms(@TempDir Path folder) throws Exception {
        try (PackagedServer server = PackagedServer.start(folder.resolve("data"))) {
            HostileWorld world = HostileWorld.on(server);
            Map<String, Http> tenants = Map.of("source", world.source(), "target", world.target());
            for (var tenant : tenants.entrySet()) {
                contents.put(tenant.getKey(), TenantContents.of(tenant.getValue()));
            }
            play(server, tenants, attacks(world));
            for (var tenant : tenants.entrySet()) {
                look(tenant.getKey(), tenant.getValue(), "the last requests");
            }
            assertTrue(failures.isEmpty(), () -> failures.size() + " failures:\n" + String.join("\n\n", failures));
            assertTrue(server.healthy());
            assertFalse(server.log().contains(" ERROR "), server::log);
        }
    }

    private static List<Attack> attacks(HostileWorld world) {
        return List.of(
                new ControlDoors(),
                new Addresses(world),
                new Framing(world),
                new Bodies(world),
                new Credentials(world),
                new Privileges(world),
                new Expressions(world),
                new Rules(world),
                new Sizes(world),
                new EdmRequests(world));
    }

    private void play(PackagedServer server, Map<String, Http> tenants, List<Attack> attacks) throws Exception {
        Random random = new Random(SEED);
        Line line = new Line(server.port());
        Map<String, Integer> seen = new TreeMap<>();
        long slowest = 0;
        long heap = 0;
        for (int i = 0; i < REQUESTS && failures.size() < MOST_FAILURES; i++) {
            Hostile hostile = Attack.pick(random, attacks).next(random);
            Line.Reply reply = line.send(hostile);
            seen.merge(hostile.kind() + " " + reply.status(), 1, Integer::sum);
            slowest = Math.max(slowest, reply.millis());
            judge(hostile, reply);
            compare(hostile, reply, tenants.get(hostile.tenant()));
            if (i == REQUESTS / 3) {
                heap = server.heapMebibytes();
            }
        }
        long grown = server.heapMebibytes() - heap;
        System.out.println("hostile requests (seed " + SEED + "): " + seen + "; slowest " + slowest + " ms, heap "
                + heap + " MiB after a third, then " + grown + " MiB more");
        assertTrue(grown < MOST_GROWTH_MIB, () -> "memory grew by " + grown + " MiB");
    }

    private void judge(Hostile hostile, Line.Reply reply) {
        boolean otherWorkload = reply.status() == 501 && reply.text().contains("\"NotImplemented\"");
        boolean refused = reply.status() >= 400 && reply.status() < 500;
        boolean answered = reply.status() > 0 && reply.status() < 500 || otherWorkload;
        boolean right =
                switch (hostile.expected()) {
                    case REFUSED -> refused;
                    case REFUSED_OR_ENDED -> refused || reply.status() == 0;
                    case ANSWERED -> answered;
                };
        if (!right || reply.millis() > SLOWEST_MILLIS || ServerCases.tellsOfTheInside(reply.text())) {
            failures.add(
                    hostile + "\n→ " + reply.status() + " in " + reply.millis() + " ms: " + shortened(reply.text()));
        }
    }

    /** Nothing changes in the source, and in the target only by what was served. */
    private void compare(Hostile hostile, Line.Reply reply, Http tenant) throws IOException {
        boolean mayChange = hostile.tenant().equals("target") && !hostile.reads();
        if (mayChange && reply.status() < 400) {
            contents.put("target", TenantContents.of(tenant));
        } else if (mayChange || sinceLook.merge(hostile.tenant(), 1, Integer::sum) % BETWEEN_LOOKS == 0) {
            look(hostile.tenant(), tenant, hostile.toString());
        }
    }

    private void look(String name, Http tenant, String last) throws IOException {
        List<String> now = TenantContents.of(tenant);
        if (!now.equals(contents.put(name, now))) {
            failures.add("written in the " + name + ", though refused; the last was " + last);
        }
    }

    private static String shortened(String text) {
        return text.length() > 2000 ? text.substring(0, 2000) + "…" : text;
    }
}
