package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.store.Entity;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What comes by itself each second, while the clock runs. */
class TickTest extends EngineTest {
    private void tick(boolean frozen) {
        w.clock.set(World.BEGIN, frozen);
        w.scheduler.tick();
    }

    @Test
    void deletedItemsGo() {
        w.alderwood.delete(w.ana, World.BEGIN.minus(Duration.ofDays(31)));
        tick(true);
        assertTrue(w.alderwood.inBin(w.ana));
        tick(false);
        assertFalse(w.alderwood.inBin(w.ana));
    }

    @Test
    void timeMovesMembers() {
        Entity eli = w.alderwood.user("eli", user -> user.set("employeeHireDate", "2020-01-01T00:00:00Z"));
        Entity hired = w.alderwood.group("Hired", group -> group.set("groupTypes", List.of("DynamicMembership"))
                .set("membershipRule", "user.employeeHireDate -le system.now")
                .set("membershipRuleProcessingState", "On"));
        tick(true);
        assertEquals(Set.of(), w.alderwood.members(hired));
        tick(false);
        assertEquals(Set.of(eli.id()), w.alderwood.members(hired));
    }
}
