package io.tenantry.odata.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.odata.edm.Navigation.Relation;
import io.tenantry.store.EmbeddedStore;
import io.tenantry.store.Entity;
import io.tenantry.store.Ids;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import io.tenantry.store.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FirstRelatedTest {
    private static final Relation MEMBER = new Relation("member", false, false);
    private static final Relation MEMBER_OF = new Relation("member", true, false);

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
            users.forEach(user -> session.relate("member", large.id(), user.id()));
            session.relate("member", small.id(), users.get(0).id());
            session.relate("member", small.id(), gone.id());
            return session.relate("member", large.id(), gone.id());
        });

        Map<String, List<Entity>> members = store.read(tenant, session -> new FirstRelated(session, MEMBER)
                .of(List.of(large.id(), small.id(), Ids.derived("empty")), 20));

        assertEquals(
                users.stream().map(Entity::id).sorted().limit(20).toList(),
                members.get(large.id()).stream().map(Entity::id).toList());
        assertEquals(
                List.of(users.get(0).id()),
                members.get(small.id()).stream().map(Entity::id).toList());
        assertEquals(2, members.size());
        assertEquals(
                2,
                store.read(tenant, session -> new FirstRelated(session, MEMBER_OF)
                                .of(List.of(users.get(0).id()), 20))
                        .get(users.get(0).id())
                        .size());
        EmbeddedStore.close(store);
    }

    @Test
    void aLargeGroupIsReadNoFurtherThanItIsShown() {
        Store store = StoreUnderTest.sqlite();
        Tenant tenant = StoreUnderTest.tenant(store, "alder");
        List<String> plan = store.read(tenant, session -> {
            Sql sql = new FirstRelated(session, MEMBER).statement(List.of("a", "b"), 20);
            return session.query("explain query plan " + sql.text(), row -> row.getString(4), sql.values());
        });

        assertTrue(
                plan.stream().anyMatch(line -> line.matches("SEARCH r .*source=\\? AND target<\\?\\)")),
                plan.toString());
        EmbeddedStore.close(store);
    }
}
