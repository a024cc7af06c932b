package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.job.RestartScope;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What flows and what stays (provisioning-engine.md §19, A04 to A07, A31 to A37). */
class AttributesTest extends EngineTest {
    @Test
    void updateFlows() {
        w.sync.cycle();
        w.alderwood.patch(w.ben, ben -> ben.set("department", "Office"));
        List<Entity> entries = w.sync.entriesOf(w.sync::cycle);
        assertEquals("Office", w.target(w.ben).text("department"));
        assertEquals(1, entries.size());
        JsonNode modified = entries.get(0).get("modifiedProperties").get(0);
        assertEquals("department", modified.get("displayName").asText());
        assertEquals("Dock", modified.get("oldValue").asText());
        assertEquals("Office", modified.get("newValue").asText());
    }

    @Test
    void nullDoesNotClear() {
        w.sync.cycle();
        w.alderwood.patch(w.ben, ben -> ben.set("department", (String) null).set("jobTitle", "Mate"));
        w.sync.cycle();
        assertEquals("Dock", w.target(w.ben).text("department"));
        assertEquals("Mate", w.target(w.ben).text("jobTitle"));
    }

    @Test
    void signInBlockedInTheTargetStaysUntilTheSourceChanges() {
        w.sync.cycle();
        w.birchline.patch(w.target(w.ana), ana -> ana.set("accountEnabled", false));
        w.sync.cycle();
        assertFalse(w.target(w.ana).flag("accountEnabled"));
        w.alderwood.patch(w.ana, ana -> ana.set("jobTitle", "Master"));
        w.sync.cycle();
        assertTrue(w.target(w.ana).flag("accountEnabled"));
    }

    @Test
    void managersArriveWhicheverComesFirst() {
        w.alderwood.manager(w.ben, w.ana);
        w.alderwood.manager(w.ana, w.cho);
        w.alderwood.manager(w.cho, w.ben);
        w.sync.cycle();
        for (List<Entity> pair : List.of(List.of(w.ben, w.ana), List.of(w.ana, w.cho), List.of(w.cho, w.ben))) {
            List<String> managers = w.birchline.read(session -> session.references()
                    .targets("manager", w.target(pair.get(0)).id()));
            assertEquals(List.of(w.target(pair.get(1)).id()), managers);
        }
    }

    @Test
    void managerWhoComesLaterArrivesWithTheRestart() {
        Entity eli = w.alderwood.user("eli");
        w.alderwood.manager(w.ben, eli);
        w.sync.cycle();
        assertEquals(List.of("create warning"), w.sync.log(w.ben));
        w.sync.assign(eli);
        w.sync.cycle();
        assertEquals(List.of(), w.birchline.read(s -> s.references()
                .targets("manager", w.target(w.ben).id())));
        w.sync.restart(Set.of(RestartScope.WATERMARK));
        w.sync.cycle();
        assertEquals(List.of(w.target(eli).id()), w.birchline.read(s -> s.references()
                .targets("manager", w.target(w.ben).id())));
        assertEquals(List.of("create warning", "update success"), w.sync.log(w.ben));
    }
}
