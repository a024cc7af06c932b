package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.provisioning.job.JobControl;
import io.tenantry.provisioning.job.JobSchema;
import io.tenantry.provisioning.job.Proposal;
import io.tenantry.provisioning.status.JobDocument;
import io.tenantry.provisioning.status.JobStatus;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Plan, explanations and the cycle that follows agree object for object, whatever has happened on either side. */
@Execution(ExecutionMode.CONCURRENT)
class PlanAgreementTest {
    /** Small batches in the cycle, large pages in the plan: it does not matter where one ends. */
    private static final int BATCH = 3;

    private static final int WORLDS = Integer.getInteger("tenantry.plan.worlds", 30);
    private static final long SEED = Long.getLong("tenantry.plan.seed", 1);

    Supplier<Store> database() {
        return StoreUnderTest::ephemeral;
    }

    int worlds() {
        return WORLDS;
    }

    /** A build plays the same worlds each time. */
    @Test
    void theCycleDoesWhatWasPlannedAndExplained() {
        World world = World.empty(database(), BATCH);
        try {
            for (long seed = SEED; seed < SEED + worlds(); seed++) {
                play(new RandomWorld(world, seed), seed);
            }
        } finally {
            world.close();
        }
    }

    private static void play(RandomWorld random, long seed) {
        try {
            random.begin();
            for (int round = 0; round < 5; round++) {
                agree(random);
                random.go();
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("-Dtenantry.plan.seed=" + seed + ": " + random + ": " + e.getMessage(), e);
        } finally {
            random.sync.pause();
        }
    }

    private static void agree(RandomWorld random) {
        TestSync sync = random.sync;
        if (!(new JobDocument(sync.job()).status() instanceof JobStatus.Scheduled)) {
            sync.start();
        }
        Optional<Consumer<ObjectNode>> tried = random.chance(3) ? Optional.of(random.remap()) : Optional.empty();
        ObjectNode planned =
                tried.map(edit -> sync.plan(proposed(sync.schema(edit)))).orElseGet(sync::plan);
        tried.ifPresent(edit -> save(sync, sync.schema(edit)));
        Map<String, JsonNode> explained = new TreeMap<>();
        random.users.forEach(user -> explained.put(user.id(), sync.explain(user)));
        Map<String, String> done = new TreeMap<>();
        List<Entity> entries = sync.entriesOf(sync::cycle);
        entries.forEach(entry -> done.put(sourceOf(entry), told(entry.properties())));
        Map<String, String> wanted = new TreeMap<>();
        planned.get("objects")
                .forEach(each -> wanted.put(each.path("source").path("id").asText(), planned(each)));
        assertEquals(lines(done), lines(wanted), "plan against log");
        assertEquals(counts(planned), planned.get("counts").toString(), "counts");
        assertEquals(planned.get("objects").size(), wanted.size(), "each object once");
        assertEquals(0, changes(sync.plan()), "changes of the cycle behind the last one");
        explained.forEach((id, each) ->
                assertEquals(verdict(planned, id, each), each.get("verdict").asText(), () -> "explanation of " + each));
    }

    private static Proposal proposed(ObjectNode schema) {
        return new Proposal(
                Optional.empty(), false, Optional.of(schema), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static void save(TestSync sync, ObjectNode schema) {
        sync.source.write(session -> {
            session.findChild(JobSchema.TYPE, sync.jobId, sync.jobId).ifPresent(session::remove);
            session.insert(new Entity(JobSchema.TYPE, sync.jobId, sync.jobId, schema));
            JobControl.schemaChanged(
                    session,
                    session.findChild(JobDocument.TYPE, sync.servicePrincipal.id(), sync.jobId)
                            .orElseThrow(),
                    sync.world.clock.now());
        });
    }

    private static String sourceOf(Entity entry) {
        return entry.properties().path("sourceIdentity").path("id").asText();
    }

    private static String told(JsonNode entry) {
        JsonNode info = entry.path("provisioningStatusInfo");
        String status = info.path("status").asText();
        String action = entry.path("provisioningAction").asText();
        StringBuilder told =
                new StringBuilder(status.equals("failure") ? "fail" : action.equals("other") ? "skip" : action);
        told.append(' ').append(info.path("errorInformation").path("errorCode").asText("-"));
        told.append(' ').append(info.path("errorInformation").path("reason").asText("-"));
        for (JsonNode each : entry.path("modifiedProperties")) {
            told.append(" | ").append(each.path("displayName").asText());
            if (!each.path("displayName").asText().matches("manager|members")) {
                told.append(' ')
                        .append(each.path("oldValue").asText())
                        .append(" > ")
                        .append(each.path("newValue").asText());
            }
        }
        return told.toString();
    }

    private static String planned(JsonNode planned) {
        String action = planned.path("action").asText();
        StringBuilder told = new StringBuilder(action.equals("restore") ? "update" : action);
        told.append(' ')
                .append(planned.path("code").asText("-"))
                .append(' ')
                .append(planned.path("reason").asText("-"));
        for (JsonNode each : planned.path("changes")) {
            told.append(" | ").append(each.path("name").asText());
            if (!each.path("name").asText().matches("manager|members")) {
                told.append(' ')
                        .append(each.path("before").asText())
                        .append(" > ")
                        .append(each.path("after").asText());
            }
        }
        return told.toString();
    }

    private static String lines(Map<String, String> objects) {
        StringBuilder lines = new StringBuilder();
        objects.forEach((id, told) -> lines.append(id).append(' ').append(told).append('\n'));
        return lines.toString();
    }

    private static String counts(JsonNode planned) {
        ObjectNode counts = (ObjectNode) planned.get("counts").deepCopy();
        counts.fieldNames().forEachRemaining(name -> counts.put(name, 0));
        planned.get("objects")
                .forEach(each -> counts.put(
                        each.get("action").asText(),
                        counts.path(each.get("action").asText()).asInt() + 1));
        return counts.toString();
    }

    /** How many objects would be other, or fail no more. */
    private static int changes(JsonNode planned) {
        return Stream.of("create", "update", "delete", "disable", "restore")
                .mapToInt(action -> planned.get("counts").get(action).asInt())
                .sum();
    }

    private static String verdict(JsonNode planned, String id, JsonNode explained) {
        for (JsonNode each : planned.get("objects")) {
            if (each.path("source").path("id").asText().equals(id)) {
                boolean same = each.path("code").asText().equals("RedundantExport");
                String action = each.path("action").asText();
                return same ? "upToDate" : action.equals("stagedDelete") ? "skip" : action;
            }
        }
        String verdict = explained.get("verdict").asText();
        return List.of("upToDate", "skip", "fail", "unknown").contains(verdict)
                ? verdict
                : "none that changes anything";
    }
}
