package io.tenantry.directory.object;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.CpuTime;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import io.tenantry.store.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** directory.md §4.7. */
@Execution(ExecutionMode.CONCURRENT)
class MembershipsTest {
    private static final int DEEP = 600;
    private static final int WIDE = 4000;

    private Store store;

    static Stream<Named<Supplier<Store>>> databases() {
        return Stream.of(
                Named.of("SQLite", StoreUnderTest::sqlite), Named.of("PostgreSQL", StoreUnderTest::postgresql));
    }

    @AfterEach
    void close() {
        StoreUnderTest.close(store);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void eachStepIsLookedUpHoweverManyMembersThereAre(Supplier<Store> database) {
        store = database.get();
        Tenant tenant = StoreUnderTest.tenant(store, "alder");
        List<String> groups = store.write(tenant, MembershipsTest::nested);
        CpuTime.within(Duration.ofSeconds(1), () -> {
            for (int i = 0; i < 3; i++) {
                List<String> held =
                        store.readAtLength(tenant, session -> Memberships.groups(session, id('u', 0), false));
                assertEquals(groups, held);
            }
        });
    }

    /** Users in the first of groups that stand one in the other, the last in the first again. */
    private static List<String> nested(Session session) {
        List<Entity> objects = new ArrayList<>();
        IntStream.range(0, DEEP)
                .forEach(i -> objects.add(Entity.of("group", id('a', i)).set("displayName", "g")));
        IntStream.range(0, WIDE)
                .forEach(i -> objects.add(Entity.of("user", id('u', i)).set("displayName", "u")));
        session.insertAll(objects);
        for (int i = 0; i < DEEP; i++) {
            session.references().relate("member", id('a', (i + 1) % DEEP), id('a', i));
        }
        for (int i = 0; i < WIDE; i++) {
            session.references().relate("member", id('a', 0), id('u', i));
        }
        return IntStream.range(0, DEEP).mapToObj(i -> id('a', i)).toList();
    }

    private static String id(char kind, int number) {
        return "00000000-0000-4000-%s000-%012d".formatted(kind == 'a' ? 'a' : 'b', number);
    }
}
