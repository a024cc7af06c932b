package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.RestartScope;
import io.tenantry.store.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups as objects (provisioning-engine.md §11). */
class GroupSyncTest extends EngineTest {
    private Entity crew;

    @BeforeEach
    void crew() {
        w.sync.unassign(w.ana, w.ben, w.cho);
        crew = w.alderwood.group("Crew", w.ana, w.ben);
        w.sync.assign(crew);
    }

    private Entity made() {
        List<Entity> found = w.birchline.groups("Crew");
        assertEquals(1, found.size());
        return found.get(0);
    }

    private Set<String> targets(Entity... users) {
        return Set.copyOf(List.of(users).stream().map(w::target).map(Entity::id).toList());
    }

    private void synchronizedCrew() {
        w.sync.withGroups();
        w.sync.cycle();
    }

    @Test
    void anAssignedGroupBecomesASecurityGroupOfItsMembers() {
        synchronizedCrew();
        Entity made = made();
        assertNotEquals(crew.id(), made.id());
        assertTrue(made.flag("securityEnabled"));
        assertFalse(made.flag("mailEnabled"));
        assertEquals(List.of(), made.texts("groupTypes"));
        assertEquals(targets(w.ana, w.ben), w.birchline.members(made));
        assertEquals(List.of("create success"), w.sync.log(crew));
        JsonNode counts = w.sync.status().path("synchronizedEntryCountByType");
        assertEquals(2, counts.path(0).path("value").asInt());
        assertEquals("Group to Group", counts.path(1).path("key").asText());
        assertEquals(1, counts.path(1).path("value").asInt());
        assertTrue(w.birchline.audits().containsAll(List.of("add group", "add member to group")));
    }

    @Test
    void withTheMappingOffAnAssignedGroupIsSkippedAndItsMembersAreNot() {
        w.birchline.allowGroupsFrom(w.alderwood, true);
        w.sync.cycle();
        assertEquals(List.of(), w.birchline.groups("Crew"));
        assertEquals(targets(w.ana, w.ben).size(), w.birchline.externals().size());
        assertEquals(List.of("other skipped"), w.sync.log(crew));
        assertTrue(told("EntityTypeNotSupported"));
    }

    private boolean told(String reason) {
        return w.sync.log().stream()
                .anyMatch(entry -> entry.properties().toString().contains(reason));
    }

    @Test
    void syncAllCarriesNoGroups() {
        w.sync.secret("SyncAll", "true");
        synchronizedCrew();
        assertEquals(List.of(), w.birchline.groups("Crew"));
        assertTrue(told("EntityTypeNotSupported"));
    }

    @Test
    void anUnassignedGroupIsNotEntitled() {
        Entity idle = w.alderwood.group("Idle", w.cho);
        synchronizedCrew();
        assertEquals(List.of(), w.birchline.groups("Idle"));
        assertEquals(List.of("other skipped"), w.sync.log(idle));
    }

    @Test
    void aTargetThatLetsNoGroupsInKeepsWhatItHasAndUsersGoOn() {
        synchronizedCrew();
        w.birchline.allowGroupsFrom(w.alderwood, false);
        w.alderwood.patch(crew, group -> group.set("displayName", "Watch"));
        w.alderwood.join(crew, w.cho);
        w.sync.cycle();
        assertEquals(targets(w.ana, w.ben), w.birchline.members(made()));
        assertTrue(w.birchline.external(w.cho).isPresent());
        assertEquals("Active", w.sync.code());
        assertTrue(told("AzureActiveDirectoryCrossTenantSyncPolicyCheckFailure"));
        w.birchline.allowGroupsFrom(w.alderwood, true);
        w.sync.cycle();
        Entity renamed = w.birchline.groups("Watch").get(0);
        assertEquals(targets(w.ana, w.ben, w.cho), w.birchline.members(renamed));
    }

    @Test
    void everyKindOfGroupBecomesAStaticSecurityGroup() {
        Entity unified = w.alderwood.group(
                "Deck",
                group -> group.set("groupTypes", List.of("Unified", "DynamicMembership"))
                        .set("mailEnabled", true)
                        .set("securityEnabled", false)
                        .set("membershipRule", "user.department -eq \"Dock\"")
                        .set("isAssignableToRole", true),
                w.cho);
        w.sync.assign(unified);
        synchronizedCrew();
        Entity made = w.birchline.groups("Deck").get(0);
        assertEquals(List.of(), made.texts("groupTypes"));
        assertTrue(made.flag("securityEnabled"));
        assertFalse(made.flag("mailEnabled"));
        assertEquals(null, made.get("membershipRule"));
        assertFalse(made.flag("isAssignableToRole"));
    }

    @Test
    void groupsThatCanHoldRolesStaySoWhereTheTargetLetsThemInAsSuch() {
        w.birchline.allowRoleEnabledGroupsFrom(w.alderwood, true);
        Entity admins = w.alderwood.group("Admins", group -> group.set("isAssignableToRole", true), w.cho);
        w.sync.assign(admins);
        synchronizedCrew();
        Entity made = w.birchline.groups("Admins").get(0);
        assertTrue(made.flag("isAssignableToRole"));
        assertFalse(made().flag("isAssignableToRole"));
        w.birchline.allowRoleEnabledGroupsFrom(w.alderwood, false);
        w.alderwood.join(admins, w.ana);
        w.sync.cycle();
        assertEquals(targets(w.cho), w.birchline.members(made));
    }

    @Test
    void membersOutOfScopeAndGroupsInGroupsAreLeftOut() {
        Entity guest = w.alderwood.user("gus", user -> user.set("userType", "Guest"));
        Entity inner = w.alderwood.group("Inner", w.cho);
        w.alderwood.join(crew, guest);
        w.alderwood.join(crew, inner);
        synchronizedCrew();
        assertEquals(targets(w.ana, w.ben), w.birchline.members(made()));
        assertTrue(w.sync.log(crew).get(0).startsWith("create"));
        assertTrue(told("UnableToResolveReferenceAttributeValue"));
    }

    @Test
    void whoEntersTheScopeLaterIsAddedByARestart() {
        w.sync.filter("department", "EQUALS", "Dock");
        w.alderwood.patch(w.ben, user -> user.set("department", "Office"));
        synchronizedCrew();
        assertEquals(targets(w.ana), w.birchline.members(made()));
        w.alderwood.patch(w.ben, user -> user.set("department", "Dock"));
        w.sync.cycle();
        assertEquals(targets(w.ana), w.birchline.members(made()));
        w.sync.restart();
        w.sync.cycle();
        assertEquals(targets(w.ana, w.ben), w.birchline.members(made()));
    }

    @Test
    void membersComeAndGoWithTheSource() {
        synchronizedCrew();
        w.sync.assign(w.ben);
        w.alderwood.leave(crew, w.ben);
        w.alderwood.join(crew, w.cho);
        w.sync.cycle();
        assertEquals(targets(w.ana, w.cho), w.birchline.members(made()));
        assertTrue(w.birchline.external(w.ben).isPresent());
        assertEquals(List.of("create success", "update success"), w.sync.log(crew));
    }

    @Test
    void changesInTheTargetStayUntilTheSourceChanges() {
        synchronizedCrew();
        Entity made = made();
        Entity local = w.birchline.user("local");
        w.birchline.join(made, local);
        w.birchline.patch(made, group -> group.set("description", "ours"));
        w.sync.cycle();
        assertTrue(w.birchline.members(made).contains(local.id()));
        w.alderwood.patch(crew, group -> group.set("description", "theirs"));
        w.sync.cycle();
        assertEquals(targets(w.ana, w.ben), w.birchline.members(made));
        assertEquals("theirs", made().text("description"));
    }

    @Test
    void groupsOfTheTargetAreNeverTakenOver() {
        Entity other = w.birchline.group("Crew");
        synchronizedCrew();
        List<Entity> found = w.birchline.groups("Crew");
        assertEquals(2, found.size());
        assertEquals(Set.of(), w.birchline.members(other));
    }

    @Test
    void whatAJobMadeIsFoundAgainWithoutItsLinks() {
        synchronizedCrew();
        Entity made = made();
        w.sync.restart(Set.of(RestartScope.CONNECTOR_DATA_STORE, RestartScope.WATERMARK));
        w.sync.cycle();
        assertEquals(made.id(), made().id());
    }

    @Test
    void aGroupThatLeavesTheScopeIsDeletedAndComesBackWithItsMembers() {
        synchronizedCrew();
        Entity made = made();
        w.sync.unassign(crew);
        w.sync.cycle();
        assertTrue(w.birchline.inBin(made));
        assertEquals(List.of("create success", "delete success"), w.sync.log(crew));
        assertEquals(List.of(), w.birchline.externals());
        w.sync.assign(crew);
        w.sync.cycle();
        assertEquals(made.id(), made().id());
        assertEquals(targets(w.ana, w.ben), w.birchline.members(made));
    }

    @Test
    void aGroupThatIsGoneInTheSourceIsDeleted() {
        synchronizedCrew();
        Entity made = made();
        w.alderwood.purge(crew);
        w.sync.cycle();
        assertTrue(w.birchline.inBin(made));
    }

    @Test
    void aGroupThatIsGoneInTheSourceIsFoundByAnInitialCycleToo() {
        synchronizedCrew();
        Entity made = made();
        w.alderwood.purge(crew);
        w.sync.restart();
        w.sync.cycle();
        assertTrue(w.birchline.inBin(made));
    }

    @Test
    void aGroupThatTheTargetsAdministratorDeletedStaysDeleted() {
        synchronizedCrew();
        Entity made = made();
        w.birchline.delete(made, w.clock.now());
        w.alderwood.patch(crew, group -> group.set("description", "new"));
        w.sync.cycle();
        assertTrue(w.birchline.inBin(made));
        assertEquals(List.of(), w.birchline.groups("Crew"));
    }

    @Test
    void deletionsOfGroupsCountAgainstTheThreshold() {
        w.sync.deleteThreshold(2);
        synchronizedCrew();
        Entity made = made();
        w.sync.unassign(crew);
        w.sync.cycle();
        assertEquals("Quarantine", w.sync.code());
        assertFalse(w.birchline.inBin(made));
        assertEquals(List.of("create success", "stagedDelete skipped"), w.sync.log(crew));
        w.sync.restart(Set.of(RestartScope.FORCE_DELETES));
        w.sync.cycle();
        assertTrue(w.birchline.inBin(made));
    }

    @Test
    void anIdleCycleTouchesNoGroup() {
        synchronizedCrew();
        int audits = w.birchline.audits().size();
        int entries = w.sync.log().size();
        w.sync.cycle();
        assertEquals(audits, w.birchline.audits().size());
        assertEquals(entries, w.sync.log().size());
    }

    @Test
    void membersOfALargeGroupFlowPageByPage() throws Exception {
        try (World small = World.empty(database("pages"), 7)) {
            List<Entity> users = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                users.add(small.alderwood.user("user" + i));
            }
            Entity all = small.alderwood.group("All", users.toArray(Entity[]::new));
            small.sync.assign(all);
            small.sync.withGroups();
            small.sync.cycle();
            Entity made = small.birchline.groups("All").get(0);
            assertEquals(30, small.birchline.members(made).size());
            for (int i = 0; i < 20; i++) {
                small.alderwood.leave(all, users.get(i));
                small.sync.assign(users.get(i));
            }
            small.sync.cycle();
            assertEquals(10, small.birchline.members(made).size());
            assertEquals(30, small.birchline.externals().size());
        }
    }

    @Test
    void twoJobsOfOnePairShareTheGroup() {
        synchronizedCrew();
        TestSync other = new TestSync(w, w.alderwood, w.birchline);
        other.assign(crew);
        other.withGroups();
        other.cycle();
        assertEquals(targets(w.ana, w.ben), w.birchline.members(made()));
    }

    /** directory.md §12. */
    @Test
    void licencesOfAGroupComeAndGoWithMembersThatAreCarried() {
        synchronizedCrew();
        w.sync.assign(w.cho);
        w.birchline.patch(made(), group -> {
            ArrayNode licences = Json.array();
            licences.addObject().put("skuId", Ids.random()).putArray("disabledPlans");
            group.set("assignedLicenses", licences);
        });
        w.alderwood.join(crew, w.cho);
        w.sync.cycle();
        assertEquals(
                made().id(),
                w.target(w.cho)
                        .get("licenseAssignmentStates")
                        .at("/0/assignedByGroup")
                        .asText());
        w.alderwood.leave(crew, w.cho);
        w.sync.cycle();
        assertTrue(w.target(w.cho).array("licenseAssignmentStates").isEmpty());
    }
}
