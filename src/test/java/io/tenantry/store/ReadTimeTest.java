package io.tenantry.store;

import static io.tenantry.store.StoreContractTest.id;
import static io.tenantry.store.StoreContractTest.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.store.failure.ReadStopped;
import io.tenantry.store.failure.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How long a caller may read, and on how many connections and threads one tenant does. */
@Execution(ExecutionMode.CONCURRENT)
class ReadTimeTest {
    private static final Duration SHORT = Duration.ofMillis(100);
    /** To be counted to, for longer than two looks of the watch. */
    private static final long MANY = 3_000_000;
    /** Half as many are more than a tenant reads on at a time, on either database. */
    private static final int CALLERS = 32;
    /** As many as a server has at least. */
    private static final int THREADS = 200;

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private Store store;
    private Tenant alder;
    private Tenant birch;

    static Stream<Named<Function<Duration, Store>>> databases() {
        return Stream.of(
                Named.of("SQLite", StoreUnderTest::sqlite), Named.of("PostgreSQL", StoreUnderTest::postgresql));
    }

    private void open(Function<Duration, Store> database, Duration readTime) {
        store = database.apply(readTime);
        alder = StoreUnderTest.tenant(store, "alder");
        birch = StoreUnderTest.tenant(store, "birch");
        store.write(birch, session -> {
            session.insert(user("ben"));
            return null;
        });
    }

    @AfterEach
    void close() {
        callers.shutdownNow();
        store.close();
    }

    /** Counts up to a number, slowly; without one for ever. */
    private static long count(Session session, long most) {
        return session.query(
                        "with recursive n(i) as (select 1 union all select i + 1 from n where i < ? and {tenant} > 0)"
                                + " select count(*) from n",
                        row -> row.getLong(1),
                        most)
                .get(0);
    }

    private static long endless(Session session) {
        return count(session, Long.MAX_VALUE);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatTakesTooLongIsStoppedAndLeavesItsConnectionAsItWas(Function<Duration, Store> database) throws Exception {
        open(database, SHORT);
        Callable<ReadStopped> caller =
                () -> assertThrows(ReadStopped.class, () -> store.read(alder, ReadTimeTest::endless));
        for (Future<ReadStopped> each : callers.invokeAll(
                IntStream.range(0, CALLERS).mapToObj(i -> caller).toList())) {
            each.get();
        }
        for (int i = 0; i < CALLERS; i++) {
            assertTrue(store.readAtLength(birch, session -> session.find("user", id("ben")))
                    .isPresent());
        }
        assertTrue(store.trouble().current().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theTimeIsThatOfAllStatementsTogether(Function<Duration, Store> database) {
        open(database, SHORT);
        assertThrows(
                ReadStopped.class,
                () -> store.read(alder, session -> {
                    while (true) {
                        session.find("user", id("nobody"));
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theServersOwnReadsTakeAsLongAsTheyTake(Function<Duration, Store> database) {
        open(database, Duration.ofNanos(1));
        long counted = store.readAtLength(alder, session -> count(session, MANY));
        assertEquals(MANY, counted);
        long seen = store.snapshot(registry -> count(registry.session(alder), MANY));
        assertEquals(MANY, seen);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void oneTenantLeavesConnectionsToOthers(Function<Duration, Store> database) throws Exception {
        open(database, Duration.ZERO);
        int most = store.openDatabase().dialect == Dialect.SQLITE ? 6 : 12;
        int mostAtLength = store.openDatabase().dialect == Dialect.SQLITE ? 1 : 2;
        CountDownLatch entered = new CountDownLatch(most + mostAtLength);
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger reading = new AtomicInteger();
        AtomicInteger atLength = new AtomicInteger();
        List<Future<Integer>> all = submitted(() -> store.read(alder, session -> beside(reading, entered, released)));
        List<Future<Integer>> allAtLength =
                submitted(() -> store.readInTurn(alder, session -> beside(atLength, entered, released)));
        await(entered);
        assertTrue(store.read(birch, session -> session.find("user", id("ben"))).isPresent());
        assertTrue(store.atOnce(() -> store.read(birch, session -> session.find("user", id("ben")))));
        assertFalse(store.atOnce(() -> store.read(alder, session -> session.find("user", id("ben")))));

        released.countDown();
        for (Future<Integer> each : all) {
            assertTrue(each.get() <= most);
        }
        for (Future<Integer> each : allAtLength) {
            assertTrue(each.get() <= mostAtLength);
        }
    }

    private List<Future<Integer>> submitted(Callable<Integer> caller) {
        return IntStream.range(0, CALLERS / 2)
                .mapToObj(i -> callers.submit(caller))
                .toList();
    }

    private static int beside(AtomicInteger inside, CountDownLatch entered, CountDownLatch released) {
        int beside = inside.incrementAndGet();
        entered.countDown();
        await(released);
        inside.decrementAndGet();
        return beside;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void notAllThreadsWaitForOneTenant(Function<Duration, Store> database) throws Exception {
        open(database, Duration.ZERO);
        CountDownLatch released = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(THREADS / 2);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int i = 0; i < THREADS; i++) {
                threads.submit(() -> {
                    try {
                        store.read(alder, session -> {
                            await(released);
                            return null;
                        });
                    } catch (StoreUnavailable e) {
                        refused.countDown();
                    }
                });
            }
            await(refused);
            assertTrue(store.read(birch, session -> session.find("user", id("ben")))
                    .isPresent());
            assertTrue(store.trouble().current().isEmpty());
        } finally {
            released.countDown();
            threads.shutdown();
            assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
