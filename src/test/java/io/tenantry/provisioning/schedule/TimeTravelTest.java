package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.world.CycleControl.Ran;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** While time is moved everything happens on the way, each at its own moment. */
class TimeTravelTest extends EngineTest {
    private String began() {
        return w.sync.status().at("/lastExecution/timeBegan").asText();
    }

    /** A group that whoever was hired by now is a member of; so far nobody has looked. */
    private Entity hired() {
        return w.alderwood.group("Hired", group -> group.set("groupTypes", List.of("DynamicMembership"))
                .set("membershipRule", "user.employeeHireDate -le system.now")
                .set("membershipRuleProcessingState", "On"));
    }

    private Entity hire(String name) {
        return w.alderwood.user(name, user -> user.set("employeeHireDate", "2020-01-01T00:00:00Z"));
    }

    @Test
    void whatWasDeletedGoesAtItsOwnMoment() {
        w.alderwood.delete(w.ana, World.BEGIN);
        w.advance("P40D");
        List<String> moments = w.alderwood.read(session -> session.query(
                "select body from directory_audit where tenant = {tenant} and category = 'usermanagement'",
                row -> Json.parse(row.getBytes(1)).path("activityDateTime").asText()));
        assertEquals(List.of(World.BEGIN.plus(Duration.ofDays(30)).toString()), moments);
    }

    @Test
    void whatIsOverdueComesNowAndNotInThePast() {
        w.sync.start();
        Instant later = World.BEGIN.plus(Duration.ofHours(1));
        w.clock.set(later, true);
        List<Ran> ran = w.scheduler.advanceTo(later.plusSeconds(1));
        assertEquals(1, ran.get(0).cycles());
        assertEquals(later.toString(), began());
    }

    @Test
    void everyJobIsCountedForItself() {
        TestSync second = new TestSync(w, w.birchline, w.cedarhall);
        second.start();
        w.clock.set(World.BEGIN.plusSeconds(60), true);
        w.sync.start();
        assertEquals(
                List.of(
                        new Ran(w.birchline.tenant, second.jobId, 2, 0),
                        new Ran(w.alderwood.tenant, w.sync.jobId, 2, 3)),
                w.scheduler.advanceTo(World.BEGIN.plus(Duration.ofMinutes(45))));
    }

    @Test
    void aRunningClockRunsOnFromThere() {
        w.clock.set(World.BEGIN, false);
        w.advance("P1D");
        assertFalse(w.clock.frozen());
        assertFalse(w.clock.now().isBefore(World.BEGIN.plus(Duration.ofDays(1))));
    }

    @Test
    void timeItselfMovesMembersThoughNothingElseIsDue() {
        Entity eli = hire("eli");
        Entity hired = hired();
        w.advance("PT1S");
        assertEquals(Set.of(eli.id()), w.alderwood.members(hired));
    }

    @Test
    void whoEntersAGroupByTimeIsInTheCycleThatIsDueThen() {
        w.sync.unassign(w.ana, w.ben, w.cho);
        Entity eli = hire("eli");
        w.sync.assign(hired());
        w.sync.start();
        w.advance("PT1S");
        assertEquals(1, w.birchline.externals().size());
        assertTrue(w.birchline.external(eli).isPresent());
    }
}
