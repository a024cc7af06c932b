package io.tenantry.graph.delta;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.tenantry.store.Change;
import io.tenantry.store.Dialect;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import io.tenantry.store.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However many changes there are, a page of delta reads its own by an index that has them in order. */
@Execution(ExecutionMode.CONCURRENT)
class DeltaPlanTest {
    private static final int CHANGES = 20_000;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void changesOfATypeAreReadInOrder(Dialect dialect) {
        String plan = plan(dialect, new DeltaScope(List.of("group"), List.of()));

        assertThat(plan, containsString("change_type"));
        assertThat(plan, not(containsString("order by")));
        assertThat(plan, not(containsString("sort")));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void changesOfEveryDirectoryObjectAreReadInOrder(Dialect dialect) {
        String plan = plan(dialect, new DeltaScope(List.of(), List.of()));

        assertThat(plan, containsString("index"));
        assertThat(plan, not(containsString("order by")));
        assertThat(plan, not(containsString("sort")));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void changesOfSomeObjectsAreReadWithoutTheOthers(Dialect dialect) {
        String plan = plan(dialect, new DeltaScope(List.of("user"), List.of("user-1", "user-2")));

        assertThat(plan, containsString("index"));
        assertThat(plan, dialect == Dialect.SQLITE ? containsString("change_object") : not(containsString("seq scan")));
    }

    private static String plan(Dialect dialect, DeltaScope scope) {
        Store store = dialect == Dialect.SQLITE ? StoreUnderTest.ephemeral() : StoreUnderTest.postgresql();
        Tenant tenant = StoreUnderTest.tenant(store, "alderwood");
        return store.write(tenant, session -> {
            session.changes()
                    .changed(IntStream.range(0, CHANGES)
                            .mapToObj(i -> new Change("user", "user-" + i, Change.Kind.UPDATED, "city", null))
                            .toList());
            return explain(session, scope).toLowerCase();
        });
    }

    private static String explain(Session session, DeltaScope scope) {
        boolean sqlite = session.dialect() == Dialect.SQLITE;
        List<Object> values = new ArrayList<>(List.of(0L, (long) CHANGES));
        values.addAll(scope.ofChanges().values());
        return String.join(
                "\n",
                session.query(
                        (sqlite ? "explain query plan " : "explain ") + new DeltaChanges(session, scope).statement(),
                        row -> row.getString(sqlite ? 4 : 1),
                        values.toArray()));
    }
}
