package io.tenantry.provisioning.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.store.Entity;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a job shows of its cycles (provisioning-engine.md §1.2). */
class JobDocumentTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String NEVER = "0001-01-01T00:00:00Z";

    private final Entity job = JobDocument.created("principal", "job", "template");
    private final JobDocument document = new JobDocument(job);

    private static ObjectNode execution(String state, long exported, int minutes) {
        Instant ended = NOON.plusSeconds(60L * minutes);
        ObjectNode execution = TaskExecution.of("cycle", state, NOON, ended, TaskExecution.error("None", "", false));
        return execution.put("countExported", exported);
    }

    private JsonNode status(String path) {
        return job.get("status").at(path);
    }

    @Test
    void aJobThatNeverRanShowsNothing() {
        assertFalse(document.everCompleted());
        assertTrue(document.lastExecution().isNull());
        assertEquals(0, status("/countSuccessiveCompleteFailures").asLong());
        assertEquals(NEVER, status("/steadyStateFirstAchievedTime").asText());
        assertEquals("Paused", status("/code").asText());
        assertEquals("PT40M", job.get("schedule").path("interval").asText());
    }

    @Test
    void aStartedJobShowsAnExecutionThatNeverWas() {
        document.enter(new JobStatus.NotRun());
        assertEquals("Failed", document.lastExecution().path("state").asText());
        assertEquals(NEVER, document.lastExecution().path("timeEnded").asText());
        assertEquals("None", document.lastExecution().at("/error/code").asText());
        assertEquals(0, document.lastExecution().path("countImported").asInt(-1));
        assertEquals("", status("/troubleshootingUrl").asText());
    }

    @Test
    void whatWasShownOfTheLastCycleStaysWhenTheStateChanges() {
        document.completed(execution("Succeeded", 0, 1), false, 1, 0);
        document.enter(new JobStatus.Active());
        assertEquals(
                "cycle", document.lastExecution().path("activityIdentifier").asText());
    }

    @Test
    void aPausedJobThatNeverRanShowsNoExecution() {
        document.enter(new JobStatus.Paused(Optional.empty()));
        assertTrue(document.lastExecution().isNull());
    }

    @Test
    void aCycleInWhichNoObjectFailsIsASuccessfulOne() {
        document.completed(execution("Succeeded", 3, 1), false, 5, 0);
        assertTrue(document.everCompleted());
        assertEquals(document.lastExecution(), status("/lastSuccessfulExecution"));
        assertEquals(document.lastExecution(), status("/lastSuccessfulExecutionWithExports"));

        ObjectNode withErrors = execution("EntryLevelErrors", 0, 2);
        document.completed(withErrors, false, 5, 0);
        assertEquals(withErrors, document.lastExecution());
        assertEquals("Succeeded", status("/lastSuccessfulExecution/state").asText());
        assertEquals(
                3, status("/lastSuccessfulExecutionWithExports/countExported").asLong());
    }

    @Test
    void entriesAreCountedByTypeAndGroupsWhereThereAreAny() {
        document.completed(execution("Succeeded", 0, 1), false, 5, 0);
        assertEquals(
                "[{\"key\":\"User to User\",\"value\":5}]",
                status("/synchronizedEntryCountByType").toString());
        document.completed(execution("Succeeded", 0, 1), false, 5, 2);
        assertEquals(
                "{\"key\":\"Group to Group\",\"value\":2}",
                status("/synchronizedEntryCountByType/1").toString());
    }

    @Test
    void aSteadyStateIsReachedOnceAndKept() {
        document.completed(execution("Succeeded", 0, 1), false, 1, 0);
        assertEquals(NEVER, status("/steadyStateLastAchievedTime").asText());

        document.completed(execution("Succeeded", 0, 1), true, 1, 0);
        document.completed(execution("Succeeded", 0, 2), true, 1, 0);

        assertEquals(
                "2026-03-02T12:01:00Z", status("/steadyStateFirstAchievedTime").asText());
        assertEquals(
                "2026-03-02T12:02:00Z", status("/steadyStateLastAchievedTime").asText());
    }

    @Test
    void brokenCyclesAreCountedUntilOneComesToItsEnd() {
        document.failed(execution("Failed", 0, 1));
        document.failed(execution("Failed", 0, 2));
        assertEquals(2, status("/countSuccessiveCompleteFailures").asLong());
        assertEquals(
                "2026-03-02T12:02:00Z",
                document.lastExecution().path("timeEnded").asText());
        assertFalse(document.everCompleted());

        document.completed(execution("Succeeded", 0, 3), false, 1, 0);
        assertEquals(0, status("/countSuccessiveCompleteFailures").asLong());
    }

    @Test
    void progressIsShownUntilTheCycleEnds() {
        document.progress(3, 7, NOON);
        assertEquals(
                "{\"completedUnits\":3,\"totalUnits\":7,\"units\":\"pages\",\"progressObservationDateTime\":\"2026-03-02T12:00:00Z\"}",
                status("/progress/0").toString());
        document.progress(4, 7, NOON);
        assertEquals(1, status("/progress").size());

        document.completed(execution("Succeeded", 0, 1), false, 1, 0);
        assertEquals(0, status("/progress").size());
        document.progress(1, 7, NOON);
        document.failed(execution("Failed", 0, 1));
        assertEquals(0, status("/progress").size());
    }

    @Test
    void anErrorIsOfTheLastCycleAndOfNoSuccessBefore() {
        document.completed(execution("Succeeded", 0, 1), false, 1, 0);
        document.error(TaskExecution.error("TooManyDeletes", "held back", true));
        assertEquals(
                "TooManyDeletes", document.lastExecution().at("/error/code").asText());
        assertEquals("None", status("/lastSuccessfulExecution/error/code").asText());
    }

    @Test
    void prunedEscrowsAreTold() {
        document.escrowsPruned(true);
        assertTrue(status("/escrowsPruned").asBoolean());
        document.escrowsPruned(false);
        assertFalse(status("/escrowsPruned").asBoolean());
    }
}
