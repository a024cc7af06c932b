package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.export.MemberResolution;
import io.tenantry.store.Entity;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of a group that many join, the log and the plan name so many changes and no more; all of them come (provisioning-engine.md §11). */
class LargeGroupTest extends EngineTest {
    private static final int MEMBERS = MemberResolution.MOST_NAMED + 2;

    private Entity crew(Consumer<Entity> properties) {
        Entity crew = w.alderwood.group(
                "Crew",
                IntStream.range(0, MEMBERS)
                        .mapToObj(i -> w.alderwood.user("user" + i, properties))
                        .toArray(Entity[]::new));
        w.sync.assign(crew);
        w.sync.withGroups();
        w.sync.start();
        return crew;
    }

    private JsonNode planned(Entity group) {
        return w.sync.plan()
                .path("objects")
                .valueStream()
                .filter(each -> each.at("/source/id").asText().equals(group.id()))
                .findFirst()
                .orElseThrow();
    }

    private static long named(JsonNode changes, String property) {
        return changes.valueStream()
                .filter(each -> each.path(property).asText().equals("members"))
                .count();
    }

    @Test
    void thoseWhoJoinAreNamedUpToTheLimitAndAllOfThemCome() {
        Entity crew = crew(user -> {});
        JsonNode changes = planned(crew).path("changes");
        assertEquals(MemberResolution.MOST_NAMED, changes.size());
        w.sync.cycle();
        JsonNode modified = Entries.newest(w.sync, crew).path("modifiedProperties");
        assertEquals(MemberResolution.MOST_NAMED, modified.size());
        assertEquals(named(changes, "name"), named(modified, "displayName"));
        assertEquals(
                MEMBERS, w.birchline.members(w.birchline.groups("Crew").get(0)).size());
    }

    @Test
    void thoseWhoAreNotInTheTargetAreStepsUpToTheLimit() {
        Entity crew = crew(user -> user.set("userType", "Guest"));
        assertEquals(
                "UnableToResolveReferenceAttributeValue",
                planned(crew).path("code").asText());
        w.sync.cycle();
        JsonNode entry = Entries.newest(w.sync, crew);
        assertTrue(Entries.description(entry, MemberResolution.MOST_NAMED - 1)
                .matches("We were unable to assign [-0-9a-f]{36} as the members of Group 'Crew'\\."));
        assertEquals(
                MemberResolution.MOST_NAMED, entry.path("provisioningSteps").size());
        assertEquals("warning", entry.at("/provisioningStatusInfo/status").asText());
    }
}
