package io.tenantry.provisioning.schedule;

import static io.tenantry.provisioning.schedule.Entries.description;
import static io.tenantry.provisioning.schedule.Entries.details;
import static io.tenantry.provisioning.schedule.Entries.newest;
import static io.tenantry.provisioning.schedule.Entries.result;
import static io.tenantry.provisioning.schedule.Entries.steps;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.job.RestartScope;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The entries of objects that nothing is done to say why (provisioning-engine.md §9, §10). */
class SkippedEntriesTest extends EngineTest {
    private static final String TARGET = "Azure Active Directory (target tenant)";
    private static final String SKIP = "EntrySynchronizationSkip export skipped";

    private void initialCycle() {
        w.sync.restart(Set.of(RestartScope.WATERMARK));
        w.sync.cycle();
    }

    private static String subject(String name) {
        return "User '" + name + "@alderwood.onmicrosoft.com'";
    }

    @Test
    void whereNothingDiffersTheExportIsRedundant() {
        w.sync.cycle();
        initialCycle();
        JsonNode entry = newest(w.sync, w.ana);
        String text = "The state of the user in both the source and target systems already match. No change to the "
                + subject("ana") + " currently needs to be made.";
        assertEquals(SKIP, steps(entry).get(2));
        assertEquals(3, steps(entry).size());
        assertEquals(text, description(entry, 2));
        assertEquals(Map.of("SkipReason", "RedundantExport"), details(entry, 2));
        assertEquals("skipped RedundantExport: " + text, result(entry));
        assertEquals("other", entry.path("provisioningAction").asText());
        assertEquals(w.target(w.ana).id(), entry.at("/targetIdentity/id").asText());
        assertEquals(
                "nonServiceFailure",
                entry.at("/provisioningStatusInfo/errorInformation/errorCategory")
                        .asText());
    }

    @Test
    void whoIsNotEntitledIsToldWhichTestFailed() {
        w.sync.filter("department", "EQUALS", "Dock");
        Entity unassigned = w.alderwood.user("dia");
        Entity elsewhere = w.alderwood.user("eli", user -> user.set("department", "Office"));
        Entity disabled = w.alderwood.user("fay", user -> user.set("accountEnabled", false));
        w.sync.assign(elsewhere, disabled);
        w.sync.cycle();
        assertEquals(Map.of("IsActive", "True", "Assigned", "False", "Filter", "True"), tests(unassigned));
        assertEquals(Map.of("IsActive", "True", "Assigned", "True", "Filter", "False"), tests(elsewhere));
        assertEquals(Map.of("IsActive", "False", "Assigned", "True", "Filter", "True"), tests(disabled));
    }

    private Map<String, String> tests(Entity user) {
        JsonNode entry = newest(w.sync, user);
        Map<String, String> details = details(entry, 2);
        assertEquals(SKIP, steps(entry).get(2));
        assertEquals("NotEffectivelyEntitled", details.get("SkipReason"));
        assertEquals(
                "skipped NotEffectivelyEntitled: " + subject(user.text("displayName"))
                        + " will be skipped. The User is not effectively entitled for provisioning.",
                result(entry));
        assertEquals("", entry.at("/targetIdentity/id").asText());
        return Map.of(
                "IsActive",
                details.get("IsActive"),
                "Assigned",
                details.get("Assigned to the application"),
                "Filter",
                details.get("IsInProvisioningScope"));
    }

    @Test
    void aGuestFailsByAClauseThatSaysSo() {
        Entity guest = w.alderwood.user("gus", user -> user.set("userType", "Guest"));
        w.sync.assign(guest);
        w.sync.cycle();
        assertEquals(
                "{\"Filter external users.alternativeSecurityIds EQUALS 'None'\":true,"
                        + "\"Filter external users.userState NOT EQUALS 'PendingAcceptance'\":true,"
                        + "\"Filter external users.userType EQUALS 'Member'\":false}",
                details(newest(w.sync, guest), 2).get("ScopeEvaluationResult"));
    }

    @Test
    void whoWasDisabledBeforeLeavingStaysAndIsToldSo() {
        w.sync.cycle();
        w.alderwood.patch(w.ben, user -> user.set("accountEnabled", false));
        w.sync.cycle();
        w.sync.unassign(w.ben);
        w.sync.cycle();
        JsonNode entry = newest(w.sync, w.ben);
        assertEquals(
                subject("ben") + " will be skipped. The User is disabled and no longer in scope; it stays disabled in "
                        + TARGET + ".",
                description(entry, 2));
        assertEquals("False", details(entry, 2).get("IsActive"));
    }

    @Test
    void whoSharesATargetWithSomebodyInScopeLeavesIt() {
        Entity twin = w.alderwood.user(
                "twin", user -> user.set("mail", w.ana.text("mail")).set("proxyAddresses", List.of()));
        w.sync.assign(twin);
        w.sync.cycle();
        w.sync.unassign(twin);
        w.sync.cycle();
        assertEquals(
                subject("twin")
                        + " will be skipped. The User is no longer in scope; another one that is has the same User in "
                        + TARGET + ".",
                description(newest(w.sync, twin), 2));
    }

    @Test
    void whomTheTargetDeletedMustBeRestoredThere() {
        w.sync.cycle();
        Entity target = w.target(w.ana);
        w.birchline.delete(target, w.clock.now());
        w.alderwood.patch(w.ana, user -> user.set("city", "Faro"));
        w.sync.cycle();
        JsonNode entry = newest(w.sync, w.ana);
        assertEquals(
                "skipped EntrySynchronizationSkipped: " + subject("ana") + " will be skipped. The User was deleted in "
                        + TARGET + " and must be restored there.",
                result(entry));
        assertEquals(Map.of(), details(entry, 2));
        assertEquals(target.id(), entry.at("/targetIdentity/id").asText());
    }

    @Test
    void anOperationThatTheMappingLacksIsNotMade() {
        w.sync.changeMapping(mapping -> mapping.put("flowTypes", "Update"));
        w.sync.cycle();
        assertEquals(
                "skipped EntrySynchronizationSkipped: " + subject("ana")
                        + " will be skipped. The mapping does not have the operation that is due.",
                result(newest(w.sync, w.ana)));
    }

    @Test
    void aGroupIsSkippedWhereTheConfigurationCarriesNone() {
        Entity crew = w.alderwood.group("Crew", w.ana);
        w.sync.assign(crew);
        w.sync.cycle();
        JsonNode entry = newest(w.sync, crew);
        assertEquals(
                "skipped EntityTypeNotSupported: Group 'Crew' will be skipped."
                        + " Objects of type Group are not supported by the configuration.",
                result(entry));
        assertEquals(
                Map.of("SkipReason", "EntityTypeNotSupported"),
                details(entry, steps(entry).size() - 1));
        assertEquals(
                Map.of("id", crew.id(), "odatatype", "Group", "DisplayName", "Crew"),
                Entries.texts(entry.at("/sourceIdentity/details")));
    }

    @Test
    void aDeletionThatIsHeldBackIsStaged() {
        w.sync.deleteThreshold(1);
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.sync.unassign(w.ana);
        w.alderwood.delete(w.ben, w.clock.now());
        w.sync.cycle();
        JsonNode unassigned = newest(w.sync, w.ana);
        assertEquals(
                List.of(
                        "EntryImportUpdate import success",
                        "EntrySynchronizationScoping scoping success",
                        "EntrySynchronizationDelete matching skipped"),
                steps(unassigned));
        assertEquals(
                "skipped TooManyDeletes: The deletion of " + subject("ana") + " in " + TARGET
                        + " is held back, because the cycle would delete more objects than the accidental deletion"
                        + " threshold allows",
                result(unassigned));
        assertEquals("stagedDelete", unassigned.path("provisioningAction").asText());
        assertEquals(ana.id(), unassigned.at("/targetIdentity/id").asText());
        assertEquals(
                "EntryImportDelete import success", steps(newest(w.sync, w.ben)).get(0));
    }
}
