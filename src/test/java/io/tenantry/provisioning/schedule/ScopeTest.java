package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.store.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is in scope (provisioning-engine.md §19, A17 to A22). */
class ScopeTest extends EngineTest {
    @Test
    void membersOfNestedGroupsAreNotInScope() {
        w.sync.unassign(w.ana, w.ben, w.cho);
        Entity inner = w.alderwood.group("Inner", w.ben);
        w.sync.assign(w.alderwood.group("Outer", w.ana, inner));
        w.sync.cycle();
        assertEquals(1, w.birchline.externals().size());
        assertTrue(w.birchline.external(w.ana).isPresent());
    }

    @Test
    void userOfTwoGroupsStaysUntilTheLastIsLeft() {
        w.sync.unassign(w.ana);
        Entity first = w.alderwood.group("First", w.ana);
        Entity second = w.alderwood.group("Second", w.ana);
        w.sync.assign(first, second);
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.alderwood.leave(first, w.ana);
        w.sync.cycle();
        assertFalse(w.birchline.inBin(ana));
        w.alderwood.leave(second, w.ana);
        w.sync.cycle();
        assertTrue(w.birchline.inBin(ana));
    }

    @Test
    void guestsAndExternalUsersAreSkipped() {
        Entity guest = w.alderwood.user("gus", user -> user.set("userType", "Guest"));
        TestSync other = new TestSync(w, w.cedarhall, w.alderwood);
        Entity uma = w.cedarhall.user("uma");
        other.assign(uma);
        other.cycle();
        Entity external = w.alderwood.external(uma).orElseThrow();
        w.sync.assign(guest, external);
        w.sync.cycle();
        assertEquals(3, w.birchline.externals().size());
        assertEquals(List.of("other skipped"), w.sync.log(guest));
        assertEquals(List.of("other skipped"), w.sync.log(external));
        assertTrue(w.sync.log().toString().length() > 0);
        boolean shown = w.sync.log().stream().anyMatch(entry -> entry.properties()
                .toString()
                .contains("Filter external users.alternativeSecurityIds EQUALS 'None'\\\":false"));
        assertTrue(shown);
    }

    @Test
    void whomTheFilterTakesTooLongToJudgeFailsAndTheOthersGoOn() {
        Entity zoe = w.alderwood.user("zoe", user -> user.set("department", "a".repeat(60) + "!"));
        w.sync.assign(zoe);
        w.sync.filter("department", "NOT REGEX MATCH", "(?!b)(a|aa)+\\1$");
        w.sync.cycle();
        assertEquals(3, w.birchline.externals().size());
        assertEquals(List.of("create failure"), w.sync.log(zoe));
    }

    @Test
    void syncAllTakesUnassignedMembers() {
        Entity dia = w.alderwood.user("dia");
        w.alderwood.user("gus", user -> user.set("userType", "Guest"));
        w.sync.secret("SyncAll", "true");
        w.sync.cycle();
        assertEquals(4, w.birchline.externals().size());
        w.sync.secret("SyncAll", "false");
        w.sync.cycle();
        assertTrue(w.birchline.external(dia).isPresent());
        w.sync.restart();
        w.sync.cycle();
        assertTrue(w.birchline.external(dia).isEmpty());
    }
}
