package io.tenantry.provisioning.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.GroupSynchronization;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.job.JobRules;
import io.tenantry.provisioning.job.JobSettings;
import io.tenantry.provisioning.job.SampleJob;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.MappingPlan;
import io.tenantry.provisioning.object.Mode;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.Run;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.provisioning.user.JudgedUser;
import io.tenantry.provisioning.user.Managers;
import io.tenantry.provisioning.user.Mapping;
import io.tenantry.store.Entity;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an entry of the provisioning log tells of a failure, and how long its object took (provisioning-engine.md §9). */
class LogEntriesTest {
    private static final long BEGAN = 1_000_000;

    private final JobContext context = SampleJob.with(new JobRules(
            MappingPlan.NONE,
            new GroupSynchronization(MappingPlan.NONE, false, false, false),
            JobSettings.of(Json.array()),
            true));

    private JsonNode entry(Outcome outcome, long ended) {
        Entity ana = Entity.of("user", "ana").set("userPrincipalName", "ana@alderwood.example");
        SourceObject read = new SourceObject(
                "ana", ObjectType.USER, Optional.of(ana), Optional.empty(), Optional.empty(), Optional.empty());
        JudgedUser judged = new JudgedUser(
                read,
                Optional.empty(),
                new Mapping.Needless(),
                new Managers(Optional.empty(), Optional.empty(), Optional.empty()),
                Set.of());
        ObjectChange change =
                new ObjectChange(Ids.random(), Ids.random(), judged, EntryTexts.of(read, context.names()), BEGAN);
        Run run = new Run(context, "cycle", Mode.last(false, false), SampleJob.NOON);
        return new LogEntries(run, MappingPlan.NONE)
                .of(change, outcome, ended)
                .toEntity()
                .properties();
    }

    private JsonNode failed(boolean creating) {
        return entry(new Outcome.Fail(new Failure("EntryConflict", "It is taken.", "Free it."), creating), BEGAN);
    }

    @Test
    void itTellsInFullMillisecondsHowLongItsObjectTook() {
        Outcome skip = new Outcome.Skip(Outcome.Skip.Reason.NOT_ENTITLED);
        assertEquals(
                7, entry(skip, BEGAN + 7_999_999).path("durationInMilliseconds").asLong());
    }

    @Test
    void aFailureTellsWhatWasWantedAndWhatFailed() {
        JsonNode creating = failed(true);
        JsonNode steps = creating.path("provisioningSteps");
        assertEquals("create", creating.path("provisioningAction").asText());
        assertEquals("EntrySynchronizationAdd", steps.at("/1/name").asText());
        assertEquals("User 'ana@alderwood.example' will be created", begun(steps.get(1)));
        assertEquals("Failed to create User 'ana@alderwood.example'", begun(steps.get(2)));
        JsonNode updating = failed(false);
        steps = updating.path("provisioningSteps");
        assertEquals("update", updating.path("provisioningAction").asText());
        assertEquals("EntrySynchronizationUpdate", steps.at("/1/name").asText());
        assertEquals("User 'ana@alderwood.example' will be updated", begun(steps.get(1)));
        assertEquals("Failed to update User 'ana@alderwood.example'", begun(steps.get(2)));
    }

    /** A description up to where that is. */
    private static String begun(JsonNode step) {
        String text = step.path("description").asText();
        return text.substring(0, text.indexOf(" in "));
    }
}
