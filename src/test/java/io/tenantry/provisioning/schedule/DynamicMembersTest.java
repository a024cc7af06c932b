package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.directory.dynamic.DynamicGroups;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Groups whose members follow from a rule, on both sides of a job (directory.md §8). */
class DynamicMembersTest extends EngineTest {
    private Entity byRule(TestTenant tenant, String rule) {
        Entity group = tenant.group("By rule", each -> each.set("groupTypes", List.of("DynamicMembership"))
                .set("membershipRule", rule));
        tenant.write(session -> DynamicGroups.follow(session, group));
        return group;
    }

    @Test
    void whoEntersAndLeavesAnAssignedDynamicGroupEntersAndLeavesTheScope() {
        w.sync.unassign(w.ana, w.ben, w.cho);
        w.sync.assign(byRule(w.alderwood, "user.department -eq \"Dock\""));
        w.sync.cycle();
        assertEquals(3, w.birchline.externals().size());
        Entity ben = w.target(w.ben);
        w.alderwood.patch(w.ben, user -> user.set("department", "Office"));
        w.sync.cycle();
        assertTrue(w.birchline.inBin(ben));
        w.alderwood.patch(w.ben, user -> user.set("department", "Dock"));
        w.sync.cycle();
        assertEquals(ben.id(), w.target(w.ben).id());
    }

    @Test
    void rulesOfTheTargetSeeWhatTheEngineWrites() {
        Entity externals = byRule(w.birchline, "user.userPrincipalName -contains \"#EXT#\"");
        w.sync.cycle();
        assertEquals(3, w.birchline.members(externals).size());
    }

    @Test
    void reportsOfAManagerFollowTheManagerThatTheEngineSets() {
        w.sync.cycle();
        String ana = w.target(w.ana).id();
        Entity reports = byRule(w.birchline, "Direct Reports for \"" + ana + "\"");
        w.alderwood.manager(w.ben, w.ana);
        w.sync.cycle();
        assertEquals(Set.of(w.target(w.ben).id()), w.birchline.members(reports));
    }

    @Test
    void rulesThatAskForMembersFollowThoseThatTheEngineWrites() {
        Entity crew = w.alderwood.group("Crew", w.ana);
        w.sync.withGroups();
        w.sync.assign(crew);
        w.sync.cycle();
        String made = w.birchline.groups("Crew").get(0).id();
        Entity inCrew = byRule(w.birchline, "user.memberOf -any (group.objectId -in ['" + made + "'])");
        w.alderwood.join(crew, w.ben);
        w.alderwood.leave(crew, w.ana);
        w.sync.cycle();
        assertEquals(Set.of(w.target(w.ben).id()), w.birchline.members(inCrew));
    }
}
