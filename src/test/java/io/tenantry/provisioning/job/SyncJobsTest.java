package io.tenantry.provisioning.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.tenantry.store.OneTenantTest;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine's rows of jobs: what they hold, which of them are due, and what goes with them. */
class SyncJobsTest extends OneTenantTest {
    private static final Instant NOON = SampleJob.NOON;

    @BeforeEach
    void twoJobs() {
        within(session -> {
            SyncJobs.create(session, "harbour", "principal");
            SyncJobs.create(session, "quay", "principal");
        });
    }

    private static SyncJob job(Session session, String id) {
        return SyncJobs.find(session, id).orElseThrow();
    }

    private static List<String> ids(List<SyncJob> jobs) {
        return jobs.stream().map(SyncJob::jobId).toList();
    }

    @Test
    void aNewJobIsNotScheduledAndHasTakenNothingIn() {
        within(session -> {
            SyncJob created = new SyncJob(
                    1, "harbour", "principal", Optional.empty(), OptionalLong.empty(), 0, false, Optional.empty());
            assertEquals(Optional.of(created), SyncJobs.find(session, "harbour"));
            assertEquals(Optional.of(created), SyncJobs.lock(session, "harbour"));
            assertEquals(List.of("harbour", "quay"), ids(SyncJobs.all(session)));
            assertEquals(Optional.empty(), SyncJobs.lock(session, "pier"));
            assertEquals(Optional.empty(), SyncJobs.nextRun(session));
        });
    }

    @Test
    void allThatIsSavedOfAJobIsFoundAgain() {
        within(session -> {
            SyncJob saved = job(session, "harbour")
                    .finished(7, 3)
                    .checkpoint("{}", 4)
                    .force()
                    .due(NOON);
            SyncJobs.save(session, saved);
            assertEquals(saved, job(session, "harbour"));
            SyncJobs.save(session, saved.finished(8, 5).unscheduled());
            assertEquals(
                    new SyncJob(
                            1,
                            "harbour",
                            "principal",
                            Optional.empty(),
                            OptionalLong.of(8),
                            5,
                            false,
                            Optional.empty()),
                    job(session, "harbour"));
        });
    }

    @Test
    void dueIsWhatIsScheduledUpToNowOrWasInterrupted() {
        within(session -> {
            SyncJobs.save(session, job(session, "harbour").due(NOON));
            SyncJobs.save(session, job(session, "quay").due(NOON.minusSeconds(1)));
            assertEquals(Optional.of(NOON.minusSeconds(1)), SyncJobs.nextRun(session));
            assertEquals(List.of("quay", "harbour"), ids(SyncJobs.due(session, NOON)), "as they fell due");
            assertEquals(List.of("quay"), ids(SyncJobs.due(session, NOON.minusSeconds(1))));
            assertEquals(List.of(), SyncJobs.due(session, NOON.minusSeconds(2)));
            SyncJobs.save(session, job(session, "quay").checkpoint("{}", 0).unscheduled());
            assertEquals(List.of("quay"), ids(SyncJobs.due(session, NOON.minusSeconds(2))));
        });
    }

    @Test
    void theMarkIsAnotherOneWhenAnyJobHasComeOn() {
        within(session -> {
            long first = SyncJobs.mark(session);
            assertEquals(first, SyncJobs.mark(session));
            SyncJobs.lock(session, "quay");
            long locked = SyncJobs.mark(session);
            assertNotEquals(first, locked);
            SyncJobs.save(session, job(session, "quay").due(NOON));
            assertNotEquals(locked, SyncJobs.mark(session));
        });
    }

    @Test
    void aJobThatIsDeletedTakesNothingOfAnotherAlong() {
        within(session -> {
            SyncJobs.delete(session, job(session, "harbour"));
            assertEquals(List.of("quay"), ids(SyncJobs.all(session)));
        });
    }
}
