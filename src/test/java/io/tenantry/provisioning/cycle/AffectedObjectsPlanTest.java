package io.tenantry.provisioning.cycle;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tenantry.format.Json;
import io.tenantry.provisioning.job.GroupSynchronization;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.job.JobRules;
import io.tenantry.provisioning.job.JobSettings;
import io.tenantry.provisioning.job.SampleJob;
import io.tenantry.provisioning.mapping.MappingPlan;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import io.tenantry.store.Tenant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an incremental cycle looks at is found by what changed: nothing begins by reading all links, however many there are. */
@Execution(ExecutionMode.CONCURRENT)
class AffectedObjectsPlanTest {
    private static final String ALL_LINKS =
            "SEARCH l USING (COVERING )?INDEX (sqlite_autoindex_sync_link_1|sync_link_target)"
                    + " \\(tenant=\\? AND job=\\?\\)";

    private final Store store = StoreUnderTest.sqlite();
    private final Tenant alder = StoreUnderTest.tenant(store, "alder");

    @AfterEach
    void close() {
        StoreUnderTest.close(store);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingBeginsByReadingAllLinks(boolean allGroups) {
        CycleStart start = CycleStart.at(SampleJob.NOON, false, false, 1000, 1100);
        Set<String> first =
                store.write(alder, session -> AffectedObjects.of(job(allGroups), start, SampleJob.NOON).stream()
                        .map(each -> plan(session, each).get(0))
                        .collect(Collectors.toSet()));

        first.forEach(step -> assertFalse(step.matches(ALL_LINKS), first::toString));
    }

    private static List<String> plan(Session session, AffectedObjects.Selection selection) {
        return session.query(
                "explain query plan select distinct " + selection.text(),
                row -> row.getString(4),
                selection.parameters());
    }

    private static JobContext job(boolean allGroups) {
        return SampleJob.with(new JobRules(
                MappingPlan.NONE,
                new GroupSynchronization(MappingPlan.NONE, allGroups, false, false),
                JobSettings.of(Json.array()),
                true));
    }
}
