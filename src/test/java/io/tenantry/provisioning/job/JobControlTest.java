package io.tenantry.provisioning.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.format.Json;
import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.Escrows;
import io.tenantry.provisioning.status.JobDocument;
import io.tenantry.store.Entity;
import io.tenantry.store.OneTenantTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a job runs after what is done to it from outside, and what it then knows (provisioning-engine.md §1.2, §1.5, §1.8). */
class JobControlTest extends OneTenantTest {
    private static final Instant NOON = SampleJob.NOON;
    private static final Instant LATER = NOON.plusSeconds(60);

    private Entity document;

    @BeforeEach
    void aJob() {
        within(session -> document = JobControl.create(session, "principal", "harbour"));
    }

    private SyncJob job() {
        return store.read(tenant, session -> SyncJobs.find(session, "harbour")).orElseThrow();
    }

    /** As cycles leave it. */
    private void leave(SyncJob job) {
        within(session -> SyncJobs.save(session, job));
    }

    private String code() {
        return store.read(tenant, session -> session.findChild(JobDocument.TYPE, "principal", "harbour"))
                .map(found -> new JobDocument(found).status().code())
                .orElse("none");
    }

    private void start(Instant at) {
        within(session -> JobControl.start(session, document, at));
    }

    @Test
    void aStartedJobIsDueAtOnceAndStartingItAgainChangesNothing() {
        assertEquals(Optional.empty(), job().nextRun());
        start(NOON);
        assertEquals(Optional.of(NOON), job().nextRun());
        start(LATER);
        assertEquals(Optional.of(NOON), job().nextRun());
    }

    @Test
    void aPausedJobIsNotDueAndKeepsItsProgress() {
        start(NOON);
        leave(job().finished(7, 3));
        within(session -> JobControl.pause(session, document));
        assertEquals("Paused", code());
        assertEquals(Optional.empty(), job().nextRun());
        assertEquals(OptionalLong.of(7), job().watermark());
        start(LATER);
        assertEquals(Optional.of(LATER), job().nextRun());
    }

    private SyncJob restarted(RestartScope... scopes) {
        leave(job().finished(7, 3).due(NOON));
        within(session -> JobControl.restart(session, document, Set.of(scopes), LATER));
        return job();
    }

    @Test
    void aRestartRunsAtOnceAndForgetsWhatItsScopesName() {
        SyncJob nothing = restarted();
        assertEquals(Optional.of(LATER), nothing.nextRun());
        assertEquals(OptionalLong.of(7), nothing.watermark());
        assertEquals("NotRun", code());
        assertEquals(OptionalLong.empty(), restarted(RestartScope.WATERMARK).watermark());
        SyncJob unlinked = restarted(RestartScope.CONNECTOR_DATA_STORE);
        assertEquals(OptionalLong.empty(), unlinked.watermark());
        assertEquals(0, unlinked.entries());
        assertTrue(restarted(RestartScope.FORCE_DELETES).forced());
    }

    @Test
    void failuresAreForgottenWhereTheScopesNameThem() {
        Escrow failed = new Escrow("ana", NOON, 1, LATER, "EntryConflict");
        within(session -> new Escrows(session, 1).save(List.of(failed)));
        restarted(RestartScope.WATERMARK);
        within(session -> assertEquals(1, new Escrows(session, 1).count()));
        restarted(RestartScope.ESCROWS);
        within(session -> assertEquals(0, new Escrows(session, 1).count()));
    }

    @Test
    void anotherSchemaMakesTheNextCycleAnInitialOneWhenItIsDue() {
        leave(job().finished(7, 3).due(NOON));
        schemaChanged();
        assertEquals(OptionalLong.empty(), job().watermark());
        assertEquals(Optional.of(NOON), job().nextRun());
    }

    @Test
    void aCycleThatAnotherSchemaInterruptsBeginsAnewAtOnceUnlessTheJobWasPaused() {
        leave(job().due(NOON).checkpoint("{}", 0));
        schemaChanged();
        assertEquals(Optional.empty(), job().cycle());
        assertEquals(Optional.of(LATER), job().nextRun());
        leave(job().unscheduled().checkpoint("{}", 0));
        schemaChanged();
        assertEquals(Optional.empty(), job().nextRun());
    }

    private void schemaChanged() {
        within(session -> JobControl.schemaChanged(session, document, LATER));
    }

    @Test
    void aDeletedJobTakesItsSchemaAlong() {
        within(session -> {
            session.insert(new Entity(JobSchema.TYPE, "harbour", "harbour", Json.object()));
            JobControl.delete(session, document);
            assertEquals(Optional.empty(), session.findChild(JobSchema.TYPE, "harbour", "harbour"));
            assertEquals(Optional.empty(), SyncJobs.find(session, "harbour"));
        });
        assertEquals("none", code());
    }
}
