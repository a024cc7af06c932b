package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.store.PostgresInstance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed at any moment loses nothing that it answered, and its cycle ends as that of a server left alone.
 * {@code -Dtenantry.kill.rounds=100 -Dtenantry.kill.people=5000} takes its time.
 */
class KillIT {
    private static final int ROUNDS = Integer.getInteger("tenantry.kill.rounds", 3);
    private static final long SEED = Long.getLong("tenantry.kill.seed", System.nanoTime());

    /** Longest life of a server, from its first answer. */
    private static final int LONGEST_MILLIS = 2500;

    /** Small batches make a long cycle, so that most kills hit it. */
    private static final String BATCH = "tenantry.provisioning.batch=";

    /** What a cycle comes to that nobody kills; the same for every store. */
    private static List<String> undisturbed = List.of();

    @TempDir
    Path folder;

    @Test
    void whatWasAnsweredOutlivesKillsAndTheCycleEndsAsIfThereHadBeenNone() throws Exception {
        compare();
    }

    @Test
    void soItDoesOnPostgresql() throws Exception {
        try (PostgresInstance postgres = PostgresInstance.own()) {
            compare("tenantry.store=" + postgres.database());
        }
    }

    /** A killed server in a store of these settings, and one left alone. */
    private void compare(String... store) throws Exception {
        String scenario = "tenantry.scenario=" + SyncWorld.scenario(folder);
        List<String> disturbed = disturbed(scenario, store);
        if (undisturbed.isEmpty()) {
            undisturbed = undisturbed(scenario);
        }
        assertEquals(SyncWorld.PEOPLE, undisturbed.size());
        assertEquals(undisturbed, disturbed);
    }

    private List<String> undisturbed(String scenario) throws Exception {
        try (PackagedServer server = PackagedServer.start(folder.resolve("undisturbed"), scenario)) {
            SyncWorld world = SyncWorld.on(server);
            world.startJob();
            world.finish();
            return world.synchronizedUsers();
        }
    }

    private List<String> disturbed(String scenario, String... store) throws Exception {
        int batch = Math.max(1, 30 / ROUNDS);
        String[] settings = Stream.concat(Stream.of(scenario, BATCH + batch), Stream.of(store))
                .toArray(String[]::new);
        try (PackagedServer server = PackagedServer.start(folder.resolve("killed"), settings)) {
            SyncWorld world = SyncWorld.on(server);
            List<Writer> writers = writers(world);
            world.startJob();
            int within = 0;
            Random random = new Random(SEED);
            for (int round = 0; round < ROUNDS; round++) {
                within += round(server, world, writers, random) ? 1 : 0;
            }
            int answers = writers.stream().mapToInt(Writer::answers).sum();
            System.out.println("killed " + ROUNDS + " times, " + within + " of them within the first cycle; " + answers
                    + " answered writes (seed " + SEED + ")");
            world.finish();
            for (Writer writer : writers) {
                writer.check();
            }
            world.eachWasCreatedOnce();
            world.jobTitlesHaveArrived();
            return world.synchronizedUsers();
        }
    }

    /** Two in each tenant; those of the source also change users that are being synchronized. */
    private static List<Writer> writers(SyncWorld world) throws IOException {
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Writer inSource = new Writer(world.source, "sw" + i, "tidewell.example");
            for (int person = i; person < 40; person += 2) {
                inSource.changes(SyncWorld.person(person * 50));
            }
            writers.add(inSource);
            writers.add(new Writer(world.target, "tw" + i, "marlow.onmicrosoft.com"));
        }
        return writers;
    }

    /** Whether the kill came before the first cycle had ended. */
    private static boolean round(PackagedServer server, SyncWorld world, List<Writer> writers, Random random)
            throws Exception {
        boolean underway;
        ExecutorService threads = Executors.newFixedThreadPool(writers.size());
        try {
            List<Future<?>> ends = new ArrayList<>();
            writers.forEach(writer -> ends.add(threads.submit(writer::write)));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MILLIS)));
            underway = !world.firstCycleEnded();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(30)));
            server.kill();
            for (Future<?> end : ends) {
                finished(end);
            }
        } finally {
            threads.shutdownNow();
        }
        server.start();
        for (Writer writer : writers) {
            writer.check();
        }
        return underway;
    }

    private static void finished(Future<?> writer) throws Exception {
        try {
            writer.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error failed) {
                throw failed;
            }
            throw e;
        }
    }
}
