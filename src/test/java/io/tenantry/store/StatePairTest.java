package io.tenantry.store;

import static io.tenantry.store.StoreContractTest.id;
import static io.tenantry.store.StoreContractTest.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.format.Json;
import io.tenantry.store.StatePair.Count;
import io.tenantry.store.StatePair.Difference;
import io.tenantry.store.StatePair.InEither;
import io.tenantry.store.StatePair.Kind;
import io.tenantry.store.StatePair.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is different between two states, on both databases. */
@Execution(ExecutionMode.CONCURRENT)
class StatePairTest {
    private static final Set<String> TYPES = Set.of("user", "synchronization", "member", "manager");

    private Store store;
    private Snapshots snapshots;
    private Tenant alder;

    static Stream<Arguments> databases() {
        return StoreContractTest.databases();
    }

    void open(Supplier<Store> database) {
        store = database.get();
        snapshots = new Snapshots(store);
        alder = StoreUnderTest.tenant(store, "alder");
        store.write(alder, session -> {
            session.insert(user("ana"));
            session.insert(user("ben"));
            session.insert(Entity.childOf("", "synchronization", "sp"));
            session.references().relate("manager", id("ana"), id("ben"));
            return null;
        });
        snapshots.take("before", Json.object());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void change() {
        store.write(alder, session -> {
            session.update(user("ana").set("city", "Cork"));
            session.references().unrelate("manager", id("ana"), id("ben"));
            session.remove(user("ben"));
            session.insert(user("cho"));
            session.references().relate("manager", id("cho"), id("ana"));
            return null;
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsNewOtherAndGoneIsToldWithItsDocuments(Supplier<Store> database) {
        open(database);
        assertEquals(List.of(), differences(Snapshots.PRESENT));
        change();
        assertEquals(
                Set.of(
                        "ADDED user  " + id("cho"),
                        "CHANGED user  " + id("ana"),
                        "REMOVED user  " + id("ben"),
                        "ADDED manager " + id("cho") + " " + id("ana"),
                        "REMOVED manager " + id("ana") + " " + id("ben")),
                Set.copyOf(told(Snapshots.PRESENT)));
        Difference ana = differences(Snapshots.PRESENT).stream()
                .filter(each -> each.kind() == Kind.CHANGED)
                .findFirst()
                .orElseThrow();
        assertTrue(Json.parseObject(ana.before().orElseThrow()).path("city").isMissingNode());
        assertEquals(
                "Cork", Json.parseObject(ana.after().orElseThrow()).path("city").asText());
        assertEquals(
                List.of(new Count("manager", 1, 0, 1), new Count("user", 1, 1, 1)),
                look(Snapshots.PRESENT, states -> states.counts(states.tenants().get(0), TYPES)));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void twoSnapshotsAreComparedAsTheyWereTaken(Supplier<Store> database) {
        open(database);
        change();
        snapshots.take("after", Json.object());
        List<String> between = told("after");
        snapshots.restore("before");
        assertEquals(between, told("after"));
        assertEquals(List.of(), told(Snapshots.PRESENT));
        assertEquals(Optional.empty(), snapshots.compare("before", "never", StatePair::tenants));
        assertEquals(Optional.empty(), snapshots.compare("never", Snapshots.PRESENT, StatePair::tenants));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsInTheDeletedItemsIsGone(Supplier<Store> database) {
        open(database);
        store.write(alder, session -> {
            session.update(user("ana").set("deletedDateTime", Instant.EPOCH));
            session.insert(user("cho").set("deletedDateTime", Instant.EPOCH));
            return null;
        });
        assertEquals(List.of("REMOVED user  " + id("ana")), told(Snapshots.PRESENT));
        snapshots.take("deleted", Json.object());
        snapshots.restore("before");
        assertEquals(
                List.of("ADDED user  " + id("ana"), "REMOVED user  " + id("cho")),
                snapshots.compare("deleted", Snapshots.PRESENT, StatePairTest::all).orElseThrow().stream()
                        .map(StatePairTest::text)
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void pagesGoOnWhereTheLastOneEnded(Supplier<Store> database) {
        open(database);
        store.write(alder, session -> {
            IntStream.range(0, 25).forEach(each -> session.insert(user("new" + each)));
            return null;
        });
        List<String> paged = look(Snapshots.PRESENT, states -> {
            InEither tenant = states.tenants().get(0);
            List<String> ids = new ArrayList<>();
            Place behind = Place.FIRST;
            for (List<Difference> page = states.differences(tenant, TYPES, behind, 10);
                    !page.isEmpty();
                    page = states.differences(tenant, TYPES, behind, 10)) {
                page.forEach(each -> ids.add(each.place().id()));
                behind = page.get(page.size() - 1).place();
            }
            return ids;
        });
        assertEquals(25, paged.size());
        assertEquals(paged.stream().sorted().distinct().toList(), paged);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aTenantOfOneStateOnlyIsNewOrGoneWithAllThatIsIts(Supplier<Store> database) {
        open(database);
        Tenant birch = StoreUnderTest.tenant(store, "birch");
        store.write(birch, session -> {
            session.insert(user("tom"));
            return null;
        });
        snapshots.take("both", Json.object());
        assertEquals(List.of("ADDED user  " + id("tom")), told(Snapshots.PRESENT));
        snapshots.restore("before");
        assertEquals(
                List.of("REMOVED user  " + id("tom")),
                snapshots.compare("both", Snapshots.PRESENT, StatePairTest::all).orElseThrow().stream()
                        .map(StatePairTest::text)
                        .toList());
    }

    private List<String> told(String after) {
        return differences(after).stream().map(StatePairTest::text).toList();
    }

    private List<Difference> differences(String after) {
        return look(after, StatePairTest::all);
    }

    private static List<Difference> all(StatePair states) {
        return states.tenants().stream()
                .flatMap(tenant -> states.differences(tenant, TYPES, Place.FIRST, 100).stream())
                .toList();
    }

    private static String text(Difference each) {
        return each.kind() + " " + each.place().type() + " " + each.place().parent() + " "
                + each.place().id();
    }

    private <T> T look(String after, Function<StatePair, T> look) {
        return snapshots.compare("before", after, look).orElseThrow();
    }
}
