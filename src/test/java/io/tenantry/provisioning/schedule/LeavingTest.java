package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.store.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leaving scope and coming back (provisioning-engine.md §19, A08 to A16). */
class LeavingTest extends EngineTest {
    @Test
    void userDisabledInTheSourceIsDisabledNotDeleted() {
        w.sync.cycle();
        w.alderwood.patch(w.ben, ben -> ben.set("accountEnabled", false));
        w.sync.cycle();
        assertFalse(w.target(w.ben).flag("accountEnabled"));
        assertEquals(List.of("create success", "disable success"), w.sync.log(w.ben));
    }

    @Test
    void userDisabledBeforeLeavingTheGroupIsNotDeleted() {
        w.sync.unassign(w.ben);
        Entity crew = w.alderwood.group("Crew", w.ben);
        w.sync.assign(crew);
        w.sync.cycle();
        w.alderwood.patch(w.ben, ben -> ben.set("accountEnabled", false));
        w.sync.cycle();
        w.alderwood.leave(crew, w.ben);
        w.sync.cycle();
        assertFalse(w.target(w.ben).flag("accountEnabled"));
    }

    @Test
    void unassignedUserGoesToDeletedItems() {
        w.sync.cycle();
        Entity ben = w.target(w.ben);
        w.sync.unassign(w.ben);
        w.sync.cycle();
        assertTrue(w.birchline.inBin(ben));
        assertEquals(List.of("create success", "delete success"), w.sync.log(w.ben));
        assertEquals("Active", w.sync.code());
    }

    @Test
    void unassigningAGroupRemovesItsMembers() {
        w.sync.unassign(w.ben, w.cho);
        Entity crew = w.alderwood.group("Crew", w.ben, w.cho);
        w.sync.assign(crew);
        w.sync.cycle();
        Entity ben = w.target(w.ben);
        Entity cho = w.target(w.cho);
        w.sync.unassign(crew);
        w.sync.cycle();
        assertTrue(w.birchline.inBin(ben) && w.birchline.inBin(cho));
    }

    @Test
    void userDeletedInTheSourceGoesToDeletedItems() {
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.alderwood.delete(w.ana, w.clock.now());
        w.sync.cycle();
        assertTrue(w.birchline.inBin(ana));
    }

    @Test
    void userDeletedInTheSourceIsFoundByAnInitialCycleToo() {
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.alderwood.delete(w.ana, w.clock.now());
        w.alderwood.purge(w.ana);
        w.sync.restart();
        w.sync.cycle();
        assertTrue(w.birchline.inBin(ana));
    }

    @Test
    void leavingTheFilterDeletes() {
        w.sync.filter("department", "EQUALS", "Dock");
        w.sync.cycle();
        Entity ben = w.target(w.ben);
        w.alderwood.patch(w.ben, user -> user.set("department", "Office"));
        w.sync.cycle();
        assertTrue(w.birchline.inBin(ben));
        assertTrue(w.birchline.external(w.ana).isPresent());
    }

    @Test
    void comingBackWithinThirtyDaysRestores() {
        w.sync.cycle();
        Entity ben = w.target(w.ben);
        w.sync.unassign(w.ben);
        w.sync.cycle();
        w.daysGoBy(29);
        w.sync.assign(w.ben);
        w.sync.cycle();
        assertEquals(ben.id(), w.target(w.ben).id());
        assertFalse(w.birchline.inBin(ben));
    }

    @Test
    void comingBackAfterThirtyDaysCreatesAnew() {
        w.sync.cycle();
        Entity ben = w.target(w.ben);
        w.sync.unassign(w.ben);
        w.sync.cycle();
        w.daysGoBy(31);
        assertFalse(w.birchline.inBin(ben));
        w.sync.assign(w.ben);
        w.sync.cycle();
        assertNotEquals(ben.id(), w.target(w.ben).id());
    }

    @Test
    void userDeletedByTheTargetsAdministratorIsNotRestored() {
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.birchline.delete(ana, w.clock.now());
        w.alderwood.patch(w.ana, user -> user.set("city", "Faro"));
        w.sync.cycle();
        assertTrue(w.birchline.inBin(ana));
        assertTrue(w.birchline.external(w.ana).isEmpty());
    }

    @Test
    void lostAnchorFailsUntilTheRestart() {
        w.sync.cycle();
        w.birchline.purge(w.target(w.ana));
        w.alderwood.patch(w.ana, user -> user.set("city", "Faro"));
        w.sync.cycle();
        assertEquals(List.of("create success", "update failure"), w.sync.log(w.ana));
        w.sync.restart();
        w.sync.cycle();
        assertTrue(w.birchline.external(w.ana).isPresent());
    }
}
