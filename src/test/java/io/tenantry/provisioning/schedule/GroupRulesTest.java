package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.provisioning.job.RestartScope;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.ondemand.OnDemand;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps a group from being made, changed or taken away (provisioning-engine.md §6.1, §11). */
class GroupRulesTest extends EngineTest {
    private Entity crew;

    @BeforeEach
    void crew() {
        w.sync.withGroups();
        crew = w.alderwood.group("Crew", w.ana);
        w.sync.assign(crew);
    }

    private void operations(String flowTypes) {
        w.sync.changeGroupMapping(mapping -> mapping.put("flowTypes", flowTypes));
    }

    private String result() {
        JsonNode entry = Entries.newest(w.sync, crew);
        return Entries.result(entry);
    }

    private String off() {
        return "skipped EntrySynchronizationSkipped: Group 'Crew' will be skipped."
                + " The mapping does not have the operation that is due.";
    }

    @Test
    void withoutTheOperationAGroupIsNeitherMadeNorChangedNorTakenAway() {
        operations("Update, Delete");
        w.sync.cycle();
        assertEquals(off(), result());
        assertEquals(List.of(), w.birchline.groups("Crew"));
        operations("Add, Delete");
        w.sync.cycle();
        assertEquals(1, w.birchline.groups("Crew").size());
        w.alderwood.patch(crew, group -> group.set("description", "Of the harbour"));
        w.sync.cycle();
        assertEquals(off(), result());
        assertEquals(null, w.birchline.groups("Crew").get(0).text("description"));
        operations("Add, Update");
        w.sync.unassign(crew);
        w.sync.cycle();
        assertEquals(off(), result());
        assertEquals(1, w.birchline.groups("Crew").size());
    }

    @Test
    void aGroupThatTheEngineRemovedComesBackByACycleAndNotOnDemand() {
        w.sync.cycle();
        Entity made = w.birchline.groups("Crew").get(0);
        w.sync.unassign(crew);
        w.sync.cycle();
        assertTrue(w.birchline.inBin(made));
        w.sync.assign(crew);
        OnDemand.Result result = w.store.write(
                w.alderwood.tenant,
                session -> w.onDemand.provision(
                        session,
                        w.sync.jobId,
                        w.sync.servicePrincipal,
                        new OnDemand.Subject(ObjectType.GROUP, crew.id(), List.of()),
                        w.clock.now()));
        assertEquals(
                "skipped",
                ((OnDemand.Result.Done) result)
                        .entries()
                        .get(0)
                        .at("/provisioningStatusInfo/status")
                        .asText());
        assertTrue(w.birchline.inBin(made));
        w.sync.cycle();
        assertEquals(made.id(), w.birchline.groups("Crew").get(0).id());
    }

    @Test
    void anExpressionThatFailsForAGroupFailsThatGroup() {
        w.sync.changeGroupMapping(mapping -> mapping.path("attributeMappings").forEach(each -> {
            if (each.path("targetAttributeName").asText().equals("displayName")) {
                ((ObjectNode) each)
                        .putObject("source")
                        .put("expression", "Left([displayName], [description])")
                        .put("type", "Function");
            }
        }));
        w.alderwood.patch(crew, group -> group.set("description", "many"));
        w.sync.cycle();
        assertTrue(result().startsWith("failure MissingValues: The mapping of displayName"), result());
        assertTrue(w.birchline.external(w.ana).isPresent(), "users are not kept from it");
    }

    @Test
    void whereAnchorIsLostAGroupFailsUntilARestartMakesItAnew() {
        w.sync.cycle();
        w.birchline.purge(w.birchline.groups("Crew").get(0));
        w.alderwood.patch(crew, group -> group.set("description", "Of the harbour"));
        w.sync.cycle();
        assertTrue(result().startsWith("failure InvalidAnchor"), result());
        w.sync.restart(Set.of(RestartScope.WATERMARK));
        w.sync.cycle();
        assertEquals("success", result());
        assertEquals(1, w.birchline.groups("Crew").size());
    }
}
