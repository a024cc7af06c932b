package io.tenantry.odata.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.family.CollectionSource;
import io.tenantry.format.Ids;
import io.tenantry.store.Dialect;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import io.tenantry.store.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class FirstOfEachTest {
    private static CollectionSource members(String group) {
        return new CollectionSource.Related("member", group, false, false);
    }

    private static Map<String, List<Entity>> first(Store store, Tenant tenant, Map<String, CollectionSource> sources) {
        return store.read(tenant, session -> new FirstOfEach(session, 20).of(sources));
    }

    static Stream<Arguments> databases() {
        return Stream.<Named<Supplier<Store>>>of(
                        Named.of("SQLite", StoreUnderTest::sqlite), Named.of("PostgreSQL", StoreUnderTest::postgresql))
                .map(Arguments::of);
    }

    private static Entity object(String type, String name) {
        return Entity.of(type, Ids.derived(name)).set("displayName", name);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void everyOwnerOfAPageShowsItsFirstLiveObjects(Supplier<Store> database) {
        Store store = database.get();
        Tenant tenant = StoreUnderTest.tenant(store, "alder");
        Entity large = object("group", "large");
        Entity small = object("group", "small");
        Entity gone = object("user", "gone").set("deletedDateTime", Instant.EPOCH);
        List<Entity> users = new ArrayList<>(Stream.iterate(0, i -> i + 1)
                .limit(50)
                .map(i -> object("user", "user" + i))
                .toList());
        store.write(tenant, session -> {
            session.insertAll(List.of(large, small, object("group", "empty"), gone));
            session.insertAll(users);
            users.forEach(user -> session.references().relate("member", large.id(), user.id()));
            session.references().relate("member", small.id(), users.get(0).id());
            session.references().relate("member", small.id(), gone.id());
            return session.references().relate("member", large.id(), gone.id());
        });

        String empty = Ids.derived("empty");
        Map<String, List<Entity>> members = first(
                store,
                tenant,
                Map.of(large.id(), members(large.id()), small.id(), members(small.id()), empty, members(empty)));

        assertEquals(
                users.stream().map(Entity::id).sorted().limit(20).toList(),
                members.get(large.id()).stream().map(Entity::id).toList());
        assertEquals(
                List.of(users.get(0).id()),
                members.get(small.id()).stream().map(Entity::id).toList());
        assertEquals(List.of(), members.get(empty));
        String first = users.get(0).id();
        assertEquals(
                2,
                first(store, tenant, Map.of(first, new CollectionSource.Related("member", first, true, false)))
                        .get(first)
                        .size());
        StoreUnderTest.close(store);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsReachedOverStepsIsFoundForAllOwnersToo(Supplier<Store> database) {
        Store store = database.get();
        Tenant tenant = StoreUnderTest.tenant(store, "alder");
        List<Entity> users = Stream.iterate(0, i -> i + 1)
                .limit(50)
                .map(i -> object("user", "user" + i))
                .toList();
        Entity inner = object("group", "inner");
        Entity outer = object("group", "outer");
        Entity other = object("group", "other");
        Entity gone = object("user", "gone").set("deletedDateTime", Instant.EPOCH);
        store.write(tenant, session -> {
            session.insertAll(List.of(inner, outer, other, gone));
            session.insertAll(users);
            session.references().relate("member", outer.id(), inner.id());
            session.references().relate("member", inner.id(), outer.id()); // a circle ends
            session.references().relate("member", other.id(), inner.id());
            users.forEach(user -> session.references().relate("member", inner.id(), user.id()));
            return session.references().relate("member", outer.id(), gone.id());
        });

        Map<String, List<Entity>> down = first(
                store,
                tenant,
                Map.of(outer.id(), transitive(outer.id(), false), other.id(), transitive(other.id(), false)));
        Map<String, List<Entity>> up = first(
                store,
                tenant,
                Map.of(users.get(0).id(), transitive(users.get(0).id(), true), gone.id(), transitive(gone.id(), true)));

        List<String> reached = Stream.concat(users.stream(), Stream.of(inner, outer))
                .map(Entity::id)
                .sorted()
                .limit(20)
                .toList();
        assertEquals(reached, down.get(outer.id()).stream().map(Entity::id).toList());
        assertEquals(reached, down.get(other.id()).stream().map(Entity::id).toList());
        assertEquals(
                Set.of(inner.id(), outer.id(), other.id()),
                up.get(users.get(0).id()).stream().map(Entity::id).collect(Collectors.toSet()));
        assertEquals(3, up.get(gone.id()).size());
        StoreUnderTest.close(store);
    }

    private static CollectionSource transitive(String object, boolean inverse) {
        return new CollectionSource.Related("member", object, inverse, true);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void childrenAndWhatNamesAnOwnerAreFoundForAllOwnersToo(Supplier<Store> database) {
        Store store = database.get();
        Tenant tenant = StoreUnderTest.tenant(store, "alder");
        store.write(tenant, session -> {
            for (String principal : List.of("ana", "ben")) {
                for (int i = 0; i < 30; i++) {
                    session.insert(Entity.childOf("crane", "appRoleAssignment", Ids.derived(principal + i))
                            .set("principalId", principal));
                }
            }
            return session.references().relate("member", "dock", "ana");
        });

        Map<String, List<Entity>> found = first(
                store,
                tenant,
                Map.of(
                        "ana", new CollectionSource.Having("appRoleAssignment", "principalId", "ANA"),
                        "ben", new CollectionSource.Having("appRoleAssignment", "principalId", "ben"),
                        "cho", new CollectionSource.Having("appRoleAssignment", "principalId", "cho"),
                        "crane", new CollectionSource.Children("appRoleAssignment", "crane"),
                        "all", new CollectionSource.All("appRoleAssignment")));

        assertEquals(Set.of("ana", "ben", "cho", "crane"), found.keySet(), "not what belongs to nobody");
        for (String principal : List.of("ana", "ben")) {
            assertEquals(
                    Stream.iterate(0, i -> i + 1)
                            .limit(30)
                            .map(i -> Ids.derived(principal + i))
                            .sorted()
                            .limit(20)
                            .toList(),
                    found.get(principal).stream().map(Entity::id).toList());
        }
        assertEquals(List.of(), found.get("cho"));
        assertEquals(20, found.get("crane").size());
        StoreUnderTest.close(store);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void eachOwnerIsReadNoFurtherThanItIsShown(Supplier<Store> database) {
        Store store = database.get();
        Tenant tenant = StoreUnderTest.tenant(store, "alder");
        store.write(tenant, session -> {
            session.insertAll(IntStream.range(0, 3000)
                    .mapToObj(i -> Entity.childOf("app" + i % 300, "appRoleAssignment", Ids.derived("a" + i))
                            .set("principalId", "user" + i % 200))
                    .toList());
            session.insertAll(IntStream.range(0, 3000)
                    .mapToObj(i -> Entity.of("user", "user" + i))
                    .toList());
            IntStream.range(0, 3000).forEach(i -> session.references().relate("member", "group" + i % 300, "user" + i));
            return session.dialect() == Dialect.POSTGRESQL ? session.update("analyze -- {tenant}") : 0;
        });
        Map<CollectionSource, String> indexes = Map.of(
                members("a"),
                "source",
                new CollectionSource.Children("appRoleAssignment", "a"),
                "parent",
                new CollectionSource.Having("appRoleAssignment", "principalId", "a"),
                "ref1");
        indexes.forEach((source, column) -> {
            OwnedRows owned = OwnedRows.of(source).orElseThrow().owned();
            List<String> plan = store.read(tenant, session -> {
                Sql sql = FirstOfEach.statement(owned, List.of("a", "b"), 20, session.dialect());
                return session.dialect() == Dialect.SQLITE
                        ? session.query("explain query plan " + sql.text(), row -> row.getString(4), sql.values())
                        : session.query("explain " + sql.text(), row -> row.getString(1), sql.values());
            });

            String range = ".*\\b" + column + " ?= ?.* AND \\(?(target|id) ?<.*";
            assertTrue(plan.stream().anyMatch(line -> line.matches(range)), source + ": " + plan);
        });
        StoreUnderTest.close(store);
    }
}
