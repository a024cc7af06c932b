package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.provisioning.cycle.Cycle;
import io.tenantry.provisioning.job.JobControl;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A cycle that is killed at any border of a batch, or in the middle of one, ends as if it had not been. */
@Execution(ExecutionMode.CONCURRENT)
class RestartabilityTest {
    private static final int USERS = 23;
    private static final int BATCH = 5;

    @TempDir
    Path folder;

    private static final class Killed extends RuntimeException {}

    /** Where a world of this name is kept; a store that is opened again holds what the one before it left. */
    Supplier<Store> database(String name) {
        return () -> StoreUnderTest.withTables(folder.resolve(name));
    }

    /** Users with managers, and a group of half of them; some are disabled, one collides, one leaves after the first cycle. */
    private World world(String name) {
        World w = World.empty(database(name), BATCH);
        List<Entity> users = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            int number = i;
            users.add(w.alderwood.user("user%02d".formatted(i), user -> user.set("accountEnabled", number % 9 != 8)));
        }
        for (int i = 0; i < USERS; i += 2) {
            w.alderwood.manager(users.get(i), users.get((i + 7) % USERS));
        }
        w.birchline.user("desk", desk -> desk.set("mail", users.get(3).text("mail")));
        w.sync.assign(users.toArray(Entity[]::new));
        w.sync.assign(w.alderwood.group("Crew", users.subList(0, USERS / 2).toArray(Entity[]::new)));
        w.sync.withGroups();
        w.sync.start();
        return w;
    }

    /** What both tenants hold at the end, without the ids that differ from run to run. */
    private static String result(World w, ObjectNode execution) {
        TreeMap<String, String> lines = new TreeMap<>();
        for (Entity user : w.birchline.externals()) {
            String manager = w.birchline.read(session -> session.references().targets("manager", user.id())).stream()
                    .map(id -> w.birchline.live(id).orElseThrow().text("userPrincipalName"))
                    .toList()
                    .toString();
            lines.put(user.text("userPrincipalName"), user.text("displayName") + " " + manager);
        }
        for (Entity group : w.birchline.groups("Crew")) {
            TreeSet<String> members = new TreeSet<>();
            w.birchline
                    .members(group)
                    .forEach(
                            id -> members.add(w.birchline.live(id).orElseThrow().text("userPrincipalName")));
            lines.put("group", members.toString());
        }
        for (Entity entry : w.sync.log()) {
            String name = entry.properties()
                    .at("/sourceIdentity/details/UserPrincipalName")
                    .asText("group");
            lines.merge("log " + name, entry.text("provisioningAction"), (one, other) -> one + " " + other);
        }
        for (String link : w.alderwood.read(session -> session.query(
                "select s.user_principal_name, t.user_principal_name, l.state from sync_link l join directory_object s on s.id = l.source_id"
                        + " join directory_object t on t.id = l.target_id where l.tenant = {tenant}",
                row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3)))) {
            lines.put("link " + link, "");
        }
        long changes = w.birchline
                .read(session ->
                        session.query("select count(*) from change where tenant = {tenant}", row -> row.getLong(1)))
                .get(0);
        execution.remove(List.of("activityIdentifier", "timeBegan", "timeEnded"));
        return lines + " " + changes + " " + w.birchline.audits().size() + " "
                + w.alderwood.audits().size() + " " + execution;
    }

    /** Runs so many batches, then loses everything that is not in the store; {@code within} also loses the next batch. */
    private static boolean killAfter(World w, int batches, boolean within) {
        Cycle cycle = w.cycle(w.config());
        for (int i = 0; i < batches; i++) {
            Cycle.Progress progress = w.store.writeAll(registry -> cycle.batch(registry, w.clock.now()));
            if (progress instanceof Cycle.Progress.Ended) {
                return false;
            }
        }
        if (within) {
            try {
                w.store.writeAll(registry -> {
                    cycle.batch(registry, w.clock.now());
                    throw new Killed();
                });
            } catch (Killed expected) {
                assertTrue(w.store != null);
            }
        }
        StoreUnderTest.close(w.store);
        w.reopen();
        return true;
    }

    @Test
    void killedAtAnyBorderOfABatchTheCycleEndsAsUndisturbed() {
        World undisturbed = world("undisturbed");
        String wanted = result(undisturbed, undisturbed.sync.cycle());
        undisturbed.close();
        int killed = 0;
        boolean more = true;
        for (int batches = 0; more; batches++) {
            World w = world("killed" + batches);
            more = killAfter(w, batches, batches % 2 == 0);
            if (more) {
                killed++;
                assertEquals(wanted, result(w, w.sync.cycle()), "killed after " + batches + " batches");
            }
            w.close();
        }
        assertTrue(killed > USERS / BATCH, "the cycle was killed " + killed + " times only");
    }

    @Test
    void aCycleShowsHowFarItHasComeUntilItEnds() {
        World w = world("watched");
        Cycle cycle = w.cycle(w.config());
        long before = -1;
        while (w.store.writeAll(registry -> cycle.batch(registry, w.clock.now())) instanceof Cycle.Progress.Underway) {
            JsonNode progress = w.sync.status().path("progress").path(0);
            assertEquals("pages", progress.path("units").asText());
            assertEquals(
                    "2026-03-02T08:00:00Z",
                    progress.path("progressObservationDateTime").asText());
            long completed = progress.path("completedUnits").asLong();
            assertTrue(
                    completed >= before
                            && completed <= progress.path("totalUnits").asLong(),
                    progress.toString());
            before = completed;
        }
        assertTrue(before > 0);
        assertTrue(w.sync.status().path("progress").isEmpty());
        w.close();
    }

    @Test
    void aRestartDuringACycleBeginsAnotherOne() {
        World w = world("restarted");
        Cycle cycle = w.cycle(w.config());
        w.store.writeAll(registry -> cycle.batch(registry, w.clock.now()));
        w.sync.restart();
        Cycle.Progress progress = w.store.writeAll(registry -> cycle.batch(registry, w.clock.now()));
        assertTrue(progress instanceof Cycle.Progress.Superseded);
        assertEquals(USERS + 1, w.sync.cycle().get("countImported").asInt());
        w.close();
    }

    @Test
    void aJobDeletedDuringACycleLeavesNothingBehind() {
        World w = world("deleted");
        Cycle cycle = w.cycle(w.config());
        w.store.writeAll(registry -> cycle.batch(registry, w.clock.now()));
        Entity job = w.sync.job();
        w.alderwood.write(session -> JobControl.delete(session, job));
        Cycle.Progress progress = w.store.writeAll(registry -> cycle.batch(registry, w.clock.now()));
        assertTrue(progress instanceof Cycle.Progress.JobGone);
        for (String table :
                List.of("sync_job", "sync_link", "sync_escrow", "sync_work", "sync_reference", "sync_members")) {
            long rows = w.alderwood
                    .read(session -> session.query(
                            "select count(*) from " + table + " where tenant = {tenant}", row -> row.getLong(1)))
                    .get(0);
            assertEquals(0, rows, table);
        }
        w.close();
    }
}
