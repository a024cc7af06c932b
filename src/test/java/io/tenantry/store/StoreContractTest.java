package io.tenantry.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.format.Ids;
import io.tenantry.store.failure.UniqueViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every database must do alike. */
@Execution(ExecutionMode.CONCURRENT)
class StoreContractTest {
    private Store store;
    private Tenant alder;
    private Tenant birch;

    static Stream<Arguments> databases() {
        return Stream.<Named<Supplier<Store>>>of(
                        Named.of("SQLite", StoreUnderTest::sqlite), Named.of("PostgreSQL", StoreUnderTest::postgresql))
                .map(Arguments::of);
    }

    void open(Supplier<Store> database) {
        store = database.get();
        alder = StoreUnderTest.tenant(store, "alder");
        birch = StoreUnderTest.tenant(store, "birch");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void sessionsNeverSeeAnotherTenant(Supplier<Store> database) {
        open(database);
        write(alder, session -> {
            session.insert(user("ana"));
            session.insert(Entity.childOf("owner", "synchronizationJob", "job").set("templateId", "Azure2Azure"));
            session.references().relate("member", "group", id("ana"));
        });
        store.read(birch, session -> {
            assertTrue(session.find("user", id("ana")).isEmpty());
            assertTrue(session.findBy("user", "userPrincipalName", "ana@alder.example")
                    .isEmpty());
            assertTrue(session.objects(List.of(id("ana"))).isEmpty());
            assertTrue(session.children("synchronizationJob", "owner").isEmpty());
            assertTrue(session.references().targets("member", "group").isEmpty());
            assertTrue(
                    session.holding("proxyAddresses", "smtp:ana@alder.example").isEmpty());
            return null;
        });
        write(birch, session -> session.remove(user("ana")));
        assertTrue(store.read(alder, session -> session.find("user", id("ana"))).isPresent());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void twoTenantsCanHoldTheSameKeysAndNames(Supplier<Store> database) {
        open(database);
        write(alder, session -> session.insert(user("ana")));
        write(birch, session -> session.insert(user("ana").set("city", "Cork")));
        assertEquals(
                "Cork",
                store.read(birch, session -> session.find("user", id("ana")))
                        .orElseThrow()
                        .text("city"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aSecondUserOfTheSameNameIsAUniqueViolationInWhateverCase(Supplier<Store> database) {
        open(database);
        write(alder, session -> session.insert(user("ana")));
        Entity twin = user("twin").set("userPrincipalName", "ANA@Alder.example");
        UniqueViolation violation =
                assertThrows(UniqueViolation.class, () -> write(alder, session -> session.insert(twin)));
        assertTrue(
                violation.constraint().contains("upn") || violation.constraint().contains("user_principal_name"));
        assertTrue(
                store.read(alder, session -> session.find("user", id("twin"))).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aProxyAddressHasOneHolderAndIsFreeOnceTheHolderIsDeleted(Supplier<Store> database) {
        open(database);
        write(alder, session -> session.insert(user("ana")));
        Entity heir = user("heir").set("proxyAddresses", List.of("smtp:Ana@alder.example"));
        assertThrows(UniqueViolation.class, () -> write(alder, session -> session.insert(heir)));
        write(alder, session -> session.update(user("ana").set("deletedDateTime", StoreUnderTest.NOW)));
        write(alder, session -> session.insert(heir));
        assertEquals(
                List.of(id("heir")),
                store.read(alder, session -> session.holding("proxyAddresses", "SMTP:ana@alder.example")).stream()
                        .map(Entity::id)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aTransactionThatThrowsLeavesNothing(Supplier<Store> database) {
        open(database);
        assertThrows(
                IllegalStateException.class,
                () -> write(alder, session -> {
                    session.insert(user("ana"));
                    session.changes().changed(new Change("user", id("ana"), Change.Kind.CREATED, null, null));
                    session.afterCommit(store -> {
                        throw new AssertionError("not committed");
                    });
                    throw new IllegalStateException("no");
                }));
        assertEquals(0, lastChange(alder));
        assertTrue(store.read(alder, session -> session.find("user", id("ana"))).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void changesAreNumberedWithoutGapsInTheOrderOfTheirCommits(Supplier<Store> database) throws Exception {
        open(database);
        inParallel(8, writer -> {
            for (int i = 0; i < 10; i++) {
                String name = "w" + writer + "-" + i;
                write(alder, session -> {
                    session.insert(user(name));
                    session.changes()
                            .changed(List.of(
                                    Change.of(user(name), Change.Kind.CREATED),
                                    Change.of(user(name), Change.Kind.UPDATED)));
                });
            }
        });
        List<Long> numbers = store.read(
                alder,
                session -> session.query(
                        "select seq from change where tenant = {tenant} order by seq", row -> row.getLong(1)));
        assertEquals(LongStream.rangeClosed(1, 160).boxed().toList(), numbers);
        assertEquals(160, lastChange(alder));
        assertEquals(0, lastChange(birch));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void eightWritersAtOnceAllGetTheirTurn(Supplier<Store> database) throws Exception {
        open(database);
        inParallel(8, writer -> IntStream.range(0, 25)
                .forEach(i -> write(alder, session -> session.insert(user("w" + writer + "-" + i)))));
        assertEquals(
                200,
                store.read(
                                alder,
                                session -> session.query(
                                        "select count(*) from directory_object where tenant = {tenant}",
                                        row -> row.getInt(1)))
                        .get(0));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void ofManyWhoCreateTheSameNameAtOnceExactlyOneSucceeds(Supplier<Store> database) throws Exception {
        open(database);
        List<Boolean> won = new ArrayList<>();
        inParallel(16, writer -> {
            boolean mine;
            try {
                write(
                        alder,
                        session ->
                                session.insert(user("racer" + writer).set("userPrincipalName", "racer@alder.example")));
                mine = true;
            } catch (UniqueViolation e) {
                mine = false;
            }
            synchronized (won) {
                won.add(mine);
            }
        });
        assertEquals(1, won.stream().filter(Boolean::booleanValue).count());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aReferenceIsThereOnceAndGoesWithItsObject(Supplier<Store> database) {
        open(database);
        write(alder, session -> {
            session.insert(user("ana"));
            assertTrue(session.references().relate("manager", id("ana"), id("boss")));
            assertFalse(session.references().relate("manager", id("ana"), id("boss")));
        });
        assertEquals(List.of(id("boss")), store.read(alder, session -> session.references()
                .targets("manager", id("ana"))));
        assertEquals(List.of(id("ana")), store.read(alder, session -> session.references()
                .sources("manager", id("boss"))));
        write(alder, session -> session.remove(user("ana")));
        assertEquals(
                List.of(), store.read(alder, session -> session.references().sources("manager", id("boss"))));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void clearTakesAllTenantsAwayAndLeavesTheServersValues(Supplier<Store> database) {
        open(database);
        write(alder, session -> session.insert(user("ana")));
        store.writeAll(registry -> {
            registry.value("key", "kept");
            registry.clear();
            return null;
        });
        assertEquals(List.of(), store.readAll(Registry::tenants));
        assertEquals("kept", store.readAll(registry -> registry.value("key")));
    }

    // ---- helpers

    private void write(Tenant tenant, java.util.function.Consumer<Session> work) {
        store.write(tenant, session -> {
            work.accept(session);
            return null;
        });
    }

    private static void inParallel(int threads, java.util.function.IntConsumer work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> tasks = IntStream.range(0, threads)
                    .<Callable<Void>>mapToObj(number -> () -> {
                        work.accept(number);
                        return null;
                    })
                    .toList();
            for (Future<Void> done : executor.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            executor.shutdown();
        }
    }

    static String id(String name) {
        return Ids.derived(name);
    }

    static Entity user(String name) {
        return Entity.of("user", id(name))
                .set("userPrincipalName", name + "@alder.example")
                .set("displayName", name)
                .set("proxyAddresses", List.of("SMTP:" + name + "@alder.example"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatHasJustBeenLoadedIsFoundByItsKey(Supplier<Store> database) {
        open(database);
        store.writeAll(registry -> {
            Session session = registry.session(alder);
            session.insertAll(
                    IntStream.range(0, 5000).mapToObj(i -> user("user" + i)).toList());
            registry.gatherFigures();
            return null;
        });
        boolean sqlite = store.read(alder, Session::dialect) == Dialect.SQLITE;
        List<String> plan = store.read(
                alder,
                session -> session.query(
                        (sqlite ? "explain query plan " : "explain ")
                                + "select body from directory_object where tenant = {tenant} and id = ? and type = ? and deleted_date_time is null",
                        row -> row.getString(sqlite ? 4 : 1),
                        id("user77"),
                        "user"));
        assertTrue(
                plan.stream()
                        .anyMatch(line -> sqlite
                                ? line.contains(" AND id=?")
                                : line.contains("Index Cond") && line.contains("(id = ")),
                plan::toString);
    }

    private long lastChange(Tenant tenant) {
        return store.read(tenant, session -> session.changes().lastChange());
    }
}
