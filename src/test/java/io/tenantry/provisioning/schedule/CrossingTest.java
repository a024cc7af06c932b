package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.store.Entity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names that users give up and others take in one cycle: the target is brought to the values of the source, in whatever order (provisioning-engine.md §6.3). */
class CrossingTest extends EngineTest {
    private List<Entity> made;

    @BeforeEach
    void three() {
        w.sync.cycle();
        made = Stream.of(w.ana, w.ben, w.cho).map(w::target).toList();
    }

    private void rename(Entity user, String name) {
        w.alderwood.patch(user, each -> each.set("userPrincipalName", name + "@alderwood.onmicrosoft.com"));
    }

    /** Names of the target's users of ana, ben and cho, as far as they go. */
    private List<String> names() {
        return made.stream()
                .map(each -> w.birchline
                        .live(each.id())
                        .map(user -> user.text("userPrincipalName"))
                        .orElse("_"))
                .map(each -> each.substring(0, each.indexOf('_')))
                .toList();
    }

    private void expectSuccess() {
        assertEquals("Succeeded", w.sync.status().at("/lastExecution/state").asText());
        assertEquals(0, w.sync.status().at("/lastExecution/countEscrowed").asInt());
    }

    @Test
    void twoExchangeTheirs() {
        rename(w.ana, "other");
        rename(w.ben, "ana");
        rename(w.ana, "ben");
        assertEquals(Map.of("ana", "update", "ben", "update"), planned());
        w.sync.cycle();
        assertEquals(List.of("ben", "ana", "cho"), names());
        expectSuccess();
        for (Entity user : List.of(w.ana, w.ben)) {
            assertEquals(List.of("create success", "update success"), w.sync.log(user));
        }
        w.sync.cycle();
        assertEquals(List.of("ben", "ana", "cho"), names());
    }

    @Test
    void threePassThemOn() {
        rename(w.ana, "other");
        rename(w.ben, "ana");
        rename(w.cho, "ben");
        rename(w.ana, "cho");
        w.sync.restart();
        w.sync.cycle();
        assertEquals(List.of("cho", "ana", "ben"), names());
        expectSuccess();
    }

    @Test
    void whatOneGivesUpTheOthersTakeOneAfterTheOther() {
        rename(w.ana, "dia");
        rename(w.ben, "ana");
        rename(w.cho, "ben");
        w.sync.cycle();
        assertEquals(List.of("dia", "ana", "ben"), names());
        expectSuccess();
    }

    @Test
    void theNameOfOneWhoIsDeletedIsFree() {
        w.alderwood.delete(w.ana, w.clock.now());
        rename(w.ben, "ana");
        w.sync.cycle();
        assertEquals(List.of("", "ana", "cho"), names());
        expectSuccess();
    }

    @Test
    void aDeletionThatIsHeldBackFreesNothing() {
        w.sync.deleteThreshold(0);
        w.alderwood.delete(w.ana, w.clock.now());
        rename(w.ben, "ana");
        w.sync.cycle();
        assertEquals(List.of("ana", "ben", "cho"), names());
        assertEquals(List.of("create success", "update failure"), w.sync.log(w.ben));
        assertEquals(1, w.sync.status().at("/lastExecution/countEscrowed").asInt());
    }

    /** Of two who exchange their names one is not to be written: both stay, and are tried again. */
    @Test
    void whoCannotChangeKeepsTheOtherFromIt() {
        w.birchline.patch(made.get(0), each -> each.set("onPremisesSyncEnabled", true));
        rename(w.ana, "other");
        rename(w.ben, "ana");
        rename(w.ana, "ben");
        w.sync.cycle();
        assertEquals(List.of("ana", "ben", "cho"), names());
        assertEquals(2, w.sync.status().at("/lastExecution/countEscrowed").asInt());
        w.birchline.patch(made.get(0), each -> each.set("onPremisesSyncEnabled", false));
        w.advance("PT7H");
        assertEquals(List.of("ben", "ana", "cho"), names());
        expectSuccess();
    }

    @Test
    void aNewUserTakesTheNameThatAnotherGivesUp() {
        rename(w.ana, "dia");
        Entity heir = w.alderwood.user("heir");
        rename(heir, "ana");
        w.sync.assign(heir);
        w.sync.cycle();
        assertEquals(List.of("dia", "ben", "cho"), names());
        assertTrue(w.birchline.externals().stream()
                .anyMatch(each -> each.text("userPrincipalName").startsWith("ana_")));
        expectSuccess();
    }

    /** Who comes back from deleted items may have taken the name of one who changes his. */
    @Test
    void aRestoredUserTakesTheNameThatAnotherGivesUp() {
        for (Entity back : List.of(w.ana, w.ben, w.cho)) {
            w.sync.unassign(back);
            w.sync.cycle();
            List<Entity> others = Stream.of(w.ana, w.ben, w.cho)
                    .filter(each -> !each.equals(back))
                    .toList();
            String name = w.alderwood.live(others.get(0).id()).orElseThrow().text("userPrincipalName");
            rename(others.get(0), "x" + w.sync.log().size());
            rename(back, name.substring(0, name.indexOf('@')));
            w.sync.assign(back);
            w.sync.cycle();
            expectSuccess();
        }
        assertEquals(3, w.birchline.externals().size());
    }

    /** What is nowhere any more fails no more. */
    @Test
    void aFailureOfOneWhoIsPurgedIsForgotten() {
        w.birchline.user("rival", each -> each.set("mail", "eli@alderwood.onmicrosoft.com"));
        Entity eli = w.alderwood.user("eli");
        w.sync.assign(eli);
        w.sync.cycle();
        assertEquals(1, w.sync.status().at("/lastExecution/countEscrowed").asInt());
        w.alderwood.purge(eli);
        w.sync.cycle();
        assertEquals(0, w.sync.status().at("/lastExecution/countEscrowed").asInt());
    }

    private Map<String, String> planned() {
        Map<String, String> actions = new TreeMap<>();
        w.sync.plan()
                .get("objects")
                .forEach(each -> actions.put(
                        each.at("/source/displayName").asText(),
                        each.get("action").asText()));
        return actions;
    }
}
