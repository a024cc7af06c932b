package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a cycle counts (provisioning-engine.md §1.2). */
class ExecutionCountsTest extends EngineTest {
    /** Entitled, of them for provisioning; exports wanted, made; read, of them as changes; references; kept failures. */
    private static List<Integer> counts(JsonNode execution) {
        return Stream.of(
                        "countEntitled",
                        "countEntitledForProvisioning",
                        "countExports",
                        "countExported",
                        "countImported",
                        "countImportedDeltas",
                        "countImportedReferenceDeltas",
                        "countEscrowed")
                .map(name -> execution.path(name).asInt(-1))
                .toList();
    }

    @Test
    void anInitialCycleReadsEveryoneAndExportsWhoIsEntitled() {
        w.alderwood.user("eli");
        w.sync.assign(w.alderwood.user("dia", user -> user.set("accountEnabled", false)));
        assertEquals(List.of(4, 3, 3, 3, 5, 0, 0, 0), counts(w.sync.cycle()));
    }

    @Test
    void anIncrementalCycleReadsWhatChanged() {
        w.sync.cycle();
        w.alderwood.patch(w.ana, user -> user.set("city", "Faro"));
        Entity dia = w.alderwood.user("dia");
        assertEquals(List.of(1, 1, 1, 1, 2, 2, 0, 0), counts(w.sync.cycle()));
        w.sync.assign(dia);
        w.sync.unassign(w.ben);
        assertEquals(List.of(1, 1, 2, 2, 2, 2, 0, 0), counts(w.sync.cycle()));
        assertEquals(List.of(0, 0, 0, 0, 0, 0, 0, 0), counts(w.sync.cycle()));
    }

    @Test
    void aFailureIsAnExportThatIsNotMadeAndIsKept() {
        w.birchline.user("desk", user -> user.set("mail", w.ana.text("mail")));
        ObjectNode execution = w.sync.cycle();
        assertEquals(List.of(3, 3, 3, 2, 3, 0, 0, 1), counts(execution));
        assertEquals(1, execution.path("countEscrowedRaw").asInt());
        assertEquals("EntryLevelErrors", execution.path("state").asText());
        assertEquals(List.of(0, 0, 0, 0, 0, 0, 0, 1), counts(w.sync.cycle()), "kept, and not tried again yet");
    }

    @Test
    void aReferenceThatFlowsIsCountedByItself() {
        w.sync.cycle();
        w.alderwood.manager(w.ana, w.ben);
        assertEquals(List.of(1, 1, 1, 1, 1, 1, 1, 0), counts(w.sync.cycle()));
        assertEquals(0, w.sync.status().at("/lastExecution/countEscrowed").asInt());
    }

    @Test
    void deletionsThatAreHeldBackAreReadAndNotExported() {
        w.sync.deleteThreshold(1);
        w.sync.cycle();
        w.sync.unassign(w.ana, w.ben);
        assertEquals(List.of(0, 0, 0, 0, 2, 2, 0, 0), counts(w.sync.cycle()));
    }

    @Test
    void groupsAreCountedLikeUsers() {
        w.sync.withGroups();
        w.sync.cycle();
        w.sync.assign(w.alderwood.group("Crew", w.ana));
        assertEquals(List.of(2, 2, 1, 1, 2, 2, 1, 0), counts(w.sync.cycle()), "the group, and who is in it");
    }
}
