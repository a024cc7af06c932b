package io.tenantry.provisioning.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.status.JobStatus.Active;
import io.tenantry.provisioning.status.JobStatus.Created;
import io.tenantry.provisioning.status.JobStatus.Cycling;
import io.tenantry.provisioning.status.JobStatus.Disabled;
import io.tenantry.provisioning.status.JobStatus.NotRun;
import io.tenantry.provisioning.status.JobStatus.Paused;
import io.tenantry.provisioning.status.JobStatus.Quarantined;
import io.tenantry.store.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The edges of the life of a job (provisioning-engine.md §1.2, §1.7, §1.8). */
class JobStatusTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration MONTH = Duration.ofDays(28);
    private static final Quarantine IMPOSED = Quarantine.begin(QuarantineReason.EXCEPTION, error(), NOON);

    private static ObjectNode error() {
        return TaskExecution.error("code", "message", true);
    }

    private static JobStatus quarantine(Cycling before, Instant now) {
        return before.quarantine(QuarantineReason.EXCEPTION, error(), now, MONTH);
    }

    @Test
    void aJobIsActiveOnceACycleHasComeToAGoodEnd() {
        assertEquals(new NotRun(), new Created().start(false));
        assertEquals(new Active(), new NotRun().clean());
        assertEquals(new Active(), new Active().clean());
        assertEquals(new Active(), new Paused(Optional.empty()).start(true));
    }

    @Test
    void aCycleThatEndsLeavesAPausedJobPaused() {
        Paused paused = new Active().pause();
        assertEquals(paused, paused.clean());
        assertEquals(new Paused(Optional.of(IMPOSED)), quarantine(paused, NOON));
        assertEquals(new Paused(Optional.empty()), new Paused(Optional.of(IMPOSED)).clean());
    }

    @Test
    void quarantineEndsByACleanCycleAndByAStart() {
        assertEquals(new Active(), new Quarantined(IMPOSED).clean());
        assertEquals(new Active(), new Quarantined(IMPOSED).start(true));
        assertEquals(new NotRun(), new Quarantined(IMPOSED).start(false));
    }

    @Test
    void quarantineStaysThroughAPauseAndARestartThatDoesNotClearIt() {
        Paused paused = new Quarantined(IMPOSED).pause();
        assertEquals(Optional.of(IMPOSED), paused.quarantine());
        assertEquals(new Quarantined(IMPOSED), paused.resume(true));
        assertEquals(new Active(), paused.start(true));
        assertEquals(new NotRun(), new Created().resume(false));
    }

    @Test
    void quarantineThatLastsForFourWeeksDisablesTheJob() {
        JobStatus again = quarantine(new Quarantined(IMPOSED), NOON.plus(MONTH).minusSeconds(1));
        assertEquals(1, again.quarantine().orElseThrow().seriesCount());
        assertEquals(NOON, again.quarantine().orElseThrow().seriesBegan());
        JobStatus disabled = quarantine(new Quarantined(IMPOSED), NOON.plus(MONTH));
        assertEquals("Disabled Quarantine", disabled.scheduleState() + " " + disabled.code());
        JobStatus paused = quarantine(new Paused(Optional.of(IMPOSED)), NOON.plus(MONTH));
        assertEquals("Disabled Paused", paused.scheduleState() + " " + paused.code());
        assertEquals(new Quarantined(IMPOSED), new Disabled("Quarantine", IMPOSED).resume(true));
    }

    /** What a document says is what it was told, so that stores of former servers read as they were meant. */
    @Test
    void everyStateIsReadAsItWasStored() {
        for (JobStatus status : List.of(
                new NotRun(),
                new Active(),
                new Quarantined(IMPOSED),
                new Paused(Optional.empty()),
                new Paused(Optional.of(IMPOSED)),
                new Disabled("Quarantine", IMPOSED),
                new Disabled("Paused", IMPOSED))) {
            Entity stored = JobDocument.created("principal", "job", "template");
            new JobDocument(stored).enter(status);
            Entity read = new Entity(
                    stored.type(), stored.id(), stored.parent(), Json.parseObject(Json.write(stored.properties())));
            assertEquals(status, new JobDocument(read).status());
        }
        assertEquals(new Created(), new JobDocument(JobDocument.created("principal", "job", "template")).status());
    }

    @Test
    void quarantineReadsAsGraphShowsIt() {
        Entity job = JobDocument.created("principal", "job", "template");
        new JobDocument(job).enter(new Quarantined(IMPOSED));
        JsonNode expected = Json.parse(
                """
                {"currentBegan": "2026-03-02T12:00:00Z", "nextAttempt": "2026-03-02T12:05:00Z",
                 "reason": "EncounteredQuarantineException", "seriesBegan": "2026-03-02T12:00:00Z", "seriesCount": 0,
                 "error": {"code": "code", "message": "message", "tenantActionable": true}}""");
        assertEquals(expected.toString(), job.get("status").get("quarantine").toString());
    }

    @Test
    void noCycleEndsWhereNoneCanRun() {
        JobDocument created = new JobDocument(JobDocument.created("principal", "job", "template"));
        assertThrows(IllegalStateException.class, created::cycling);
        created.enter(created.status().start(false));
        assertInstanceOf(NotRun.class, created.cycling());
    }
}
