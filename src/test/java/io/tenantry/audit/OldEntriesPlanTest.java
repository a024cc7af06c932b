package io.tenantry.audit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.tenantry.format.Ids;
import io.tenantry.store.Change;
import io.tenantry.store.Dialect;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import io.tenantry.store.Tenant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However long a log is, its oldest entries are found by the index of their time, and go with their values by keys. */
@Execution(ExecutionMode.CONCURRENT)
class OldEntriesPlanTest {
    private static final int ENTRIES = 5_000;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void oldEntriesAndWhatHangsOnThemAreFoundByIndex(Dialect dialect) {
        Store store = dialect == Dialect.SQLITE ? StoreUnderTest.sqlite() : StoreUnderTest.postgresql();
        Tenant tenant = StoreUnderTest.tenant(store, "alderwood");
        store.write(tenant, session -> {
            AuditLog.record(session, StoreUnderTest.NOW, new Actor.App(null, "Test", null), events());
            session.changes()
                    .changed(IntStream.range(0, ENTRIES)
                            .mapToObj(i -> new Change("user", "u" + i, Change.Kind.UPDATED, "city", null))
                            .toList());
            session.insertAll(IntStream.range(0, ENTRIES)
                    .mapToObj(i -> ProvisioningLogEntry.begin(Ids.ordered(i), StoreUnderTest.NOW)
                            .toEntity())
                    .toList());
            return null;
        });
        store.writeAll(registry -> {
            registry.gatherFigures();
            return null;
        });
        store.write(tenant, session -> {
            assertSearches(
                    session, OldEntries.statement("directoryAudit", 1000).replace("?", "1"), "directory_audit_time");
            assertSearches(
                    session,
                    OldEntries.statement("provisioningObjectSummary", 1000).replace("?", "1"),
                    "provisioning_log_time");
            assertSearches(session, "delete from object_value where tenant = {tenant} and object_id in ('a', 'b')", "");
            assertSearches(session, "delete from directory_audit where tenant = {tenant} and id in ('a', 'b')", "");
            assertSearches(session, "delete from change where tenant = {tenant} and seq > 5 and seq <= 10", "");
            return null;
        });
        StoreUnderTest.close(store);
    }

    private static List<AuditEvent> events() {
        return IntStream.range(0, ENTRIES)
                .mapToObj(i ->
                        AuditEvent.of("Update user", "UserManagement", "Update").target("User", "u" + i, null, null))
                .toList();
    }

    private static void assertSearches(Session session, String sql, String index) {
        boolean sqlite = session.dialect() == Dialect.SQLITE;
        String plan = String.join(
                        "\n",
                        session.query(
                                (sqlite ? "explain query plan " : "explain ") + sql,
                                row -> row.getString(sqlite ? 4 : 1)))
                .toLowerCase();
        assertThat(plan, containsString(index));
        assertThat(plan, not(containsString(sqlite ? "scan" : "seq scan")));
        assertThat(plan, not(containsString(sqlite ? "order by" : "sort")));
    }
}
