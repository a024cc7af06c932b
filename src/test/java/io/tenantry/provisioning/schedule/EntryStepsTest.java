package io.tenantry.provisioning.schedule;

import static io.tenantry.provisioning.schedule.Entries.description;
import static io.tenantry.provisioning.schedule.Entries.details;
import static io.tenantry.provisioning.schedule.Entries.newest;
import static io.tenantry.provisioning.schedule.Entries.result;
import static io.tenantry.provisioning.schedule.Entries.steps;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.job.RestartScope;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The steps that an entry of the provisioning log shows of what was done (provisioning-engine.md §9, synchronization-api.md §11.3). */
class EntryStepsTest extends EngineTest {
    private static final String SOURCE = "Azure Active Directory";
    private static final String TARGET = "Azure Active Directory (target tenant)";
    private static final String ANA = "User 'ana@alderwood.onmicrosoft.com'";
    private static final String BEN = "User 'ben@alderwood.onmicrosoft.com'";

    @Test
    void aCreationIsReadScopedMatchedAndExported() {
        w.sync.cycle();
        JsonNode entry = newest(w.sync, w.ana);
        assertEquals(
                List.of(
                        "EntryImportAdd import success",
                        "EntrySynchronizationScoping scoping success",
                        "EntrySynchronizationAdd matching success",
                        "EntryExportAdd export success"),
                steps(entry));
        assertEquals("Received " + ANA + " change of type (Add) from " + SOURCE, description(entry, 0));
        assertEquals("Determine if User in scope by evaluating against each scoping filter", description(entry, 1));
        assertEquals(
                ANA + " will be created in " + TARGET + " (User is active and assigned in " + SOURCE
                        + ", but no matching User was found in " + TARGET + ")",
                description(entry, 2));
        assertEquals(ANA + " was created in " + TARGET, description(entry, 3));
        assertEquals(Map.of("ReportableIdentifier", "ana@alderwood.onmicrosoft.com"), details(entry, 3));
        assertEquals(
                Map.of(
                        "Active in the source system",
                        "True",
                        "Assigned to the application",
                        "True",
                        "User has the required role",
                        "True",
                        "Scoping filter evaluation passed",
                        "True",
                        "ScopeEvaluationResult",
                        "{\"Filter external users.alternativeSecurityIds EQUALS 'None'\":true,"
                                + "\"Filter external users.userState NOT EQUALS 'PendingAcceptance'\":true}"),
                details(entry, 1));
    }

    @Test
    void theFirstStepTellsWhatWasRead() {
        w.sync.cycle();
        Map<String, String> read = details(newest(w.sync, w.ana), 0);
        assertEquals(w.ana.id(), read.get("objectId"));
        assertEquals("True", read.get("accountEnabled"));
        assertEquals("Dock", read.get("department"));
        assertEquals("None", read.get("alternativeSecurityIds"));
        assertEquals("False", read.get("IsSoftDeleted"));
    }

    @Test
    void anEntryNamesBothSidesAndTheApplicationBetweenThem() {
        w.sync.cycle();
        JsonNode entry = newest(w.sync, w.ana);
        assertEquals(
                Map.of(
                        "id",
                        w.ana.id(),
                        "odatatype",
                        "User",
                        "DisplayName",
                        "ana",
                        "UserPrincipalName",
                        "ana@alderwood.onmicrosoft.com"),
                Entries.texts(entry.at("/sourceIdentity/details")));
        assertEquals(
                "ana User",
                entry.at("/sourceIdentity/displayName").asText() + " "
                        + entry.at("/sourceIdentity/identityType").asText());
        assertEquals(w.target(w.ana).id(), entry.at("/targetIdentity/id").asText());
        assertEquals(SOURCE, entry.at("/sourceSystem/displayName").asText());
        assertEquals(TARGET, entry.at("/targetSystem/displayName").asText());
        assertEquals(
                Map.of(
                        "ApplicationId",
                        w.sync.servicePrincipal.text("appId"),
                        "ServicePrincipalId",
                        w.sync.servicePrincipal.id(),
                        "ServicePrincipalDisplayName",
                        "Harbour sync"),
                Entries.texts(entry.at("/targetSystem/details")));
        assertEquals(w.sync.jobId, entry.path("jobId").asText());
        assertEquals(w.alderwood.tenant.id(), entry.path("tenantId").asText());
        assertTrue(entry.path("durationInMilliseconds").asLong(-1) >= 0);
    }

    @Test
    void anUpdateIsMatchedAndTellsTheValuesOfBefore() {
        w.sync.cycle();
        w.alderwood.patch(w.ben, user -> user.set("department", "Office"));
        w.sync.cycle();
        JsonNode entry = newest(w.sync, w.ben);
        assertEquals(
                List.of(
                        "EntryImportUpdate import success",
                        "EntrySynchronizationScoping scoping success",
                        "EntrySynchronizationUpdate matching success",
                        "EntryExportUpdate export success"),
                steps(entry));
        assertEquals(
                BEN + " will be updated in " + TARGET + " (User is active and assigned in " + SOURCE
                        + ", and a matching User was found in " + TARGET + ")",
                description(entry, 2));
        assertEquals(BEN + " was updated in " + TARGET, description(entry, 3));
        assertEquals(
                "[{\"displayName\":\"department\",\"oldValue\":\"Dock\",\"newValue\":\"Office\"}]",
                entry.path("modifiedProperties").toString());
    }

    @Test
    void aCreationTellsWhatItWroteAndNothingOfBefore() {
        w.sync.cycle();
        JsonNode modified = newest(w.sync, w.ana).path("modifiedProperties");
        assertTrue(modified.valueStream().allMatch(each -> each.path("oldValue").isNull()));
        assertTrue(modified.valueStream()
                .anyMatch(each -> each.path("displayName").asText().equals("department")
                        && each.path("newValue").asText().equals("Dock")));
    }

    @Test
    void whoLeavesScopeIsDeletedAfterScoping() {
        w.sync.cycle();
        w.sync.unassign(w.ben);
        w.sync.cycle();
        JsonNode entry = newest(w.sync, w.ben);
        assertEquals(
                List.of(
                        "EntryImportUpdate import success",
                        "EntrySynchronizationScoping scoping success",
                        "EntrySynchronizationDelete matching success",
                        "EntryExportDelete export success"),
                steps(entry));
        assertEquals(
                BEN + " will be deleted in " + TARGET + " (User is not active or not assigned in " + SOURCE + ")",
                description(entry, 2));
        assertEquals(BEN + " was deleted in " + TARGET, description(entry, 3));
        assertEquals("False", details(entry, 1).get("Assigned to the application"));
    }

    @Test
    void whoIsDeletedInTheSourceIsReadAsDeleted() {
        w.sync.cycle();
        w.alderwood.delete(w.ana, w.clock.now());
        w.alderwood.delete(w.ben, w.clock.now());
        w.alderwood.purge(w.ben);
        w.sync.cycle();
        assertEquals(
                "EntryImportDelete import success", steps(newest(w.sync, w.ana)).get(0));
        assertEquals("False", details(newest(w.sync, w.ana), 1).get("Active in the source system"));
        JsonNode gone = newest(w.sync, w.ben);
        assertEquals(
                List.of(
                        "EntryImportDelete import success",
                        "EntrySynchronizationDelete matching success",
                        "EntryExportDelete export success"),
                steps(gone));
        assertEquals(Map.of("objectId", w.ben.id()), details(gone, 0));
        assertEquals("User '" + w.ben.id() + "' was deleted in " + TARGET, description(gone, 2));
    }

    @Test
    void aFailureIsThatOfTheExportAndNamesItsCode() {
        w.birchline.user("desk", user -> user.set("mail", w.ana.text("mail")));
        w.sync.cycle();
        JsonNode creating = newest(w.sync, w.ana);
        assertEquals(
                List.of("EntrySynchronizationAdd matching success", "EntryExportAdd export failure"),
                steps(creating).subList(2, 4));
        assertEquals("Failed to create " + ANA + " in " + TARGET, description(creating, 3));
        assertEquals(Map.of("ErrorCode", "InvitationCreationFailureAmbiguousUser"), details(creating, 3));
        assertEquals(
                "failure",
                creating.at("/provisioningStatusInfo/errorInformation/errorCategory")
                        .asText());

        w.birchline.patch(w.target(w.ben), user -> user.set("onPremisesSyncEnabled", true));
        w.alderwood.patch(w.ben, user -> user.set("city", "Faro"));
        w.sync.cycle();
        JsonNode updating = newest(w.sync, w.ben);
        assertEquals(
                List.of("EntrySynchronizationUpdate matching success", "EntryExportUpdate export failure"),
                steps(updating).subList(2, 4));
        assertEquals("Failed to update " + BEN + " in " + TARGET, description(updating, 3));
        assertEquals(w.target(w.ben).id(), updating.at("/targetIdentity/id").asText());
    }

    @Test
    void aManagerIsAStepOfItsOwnWhetherHeIsThereOrNot() {
        Entity eli = w.alderwood.user("eli");
        w.alderwood.manager(w.ana, w.cho);
        w.alderwood.manager(w.ben, eli);
        w.sync.cycle();
        JsonNode there = newest(w.sync, w.ana);
        String cho = w.target(w.cho).id();
        assertEquals(
                "EntryExportUpdate referenceResolution success", steps(there).get(4));
        assertEquals(
                "The manager of " + upn("ana") + " was resolved to " + cho + " in " + TARGET, description(there, 4));
        assertTrue(there.path("modifiedProperties")
                .valueStream()
                .anyMatch(each -> each.path("displayName").asText().equals("manager")
                        && each.path("newValue").asText().equals(cho)));
        JsonNode missing = newest(w.sync, w.ben);
        String text = "We were unable to assign " + eli.id() + " as the manager of " + upn("ben") + ".";
        assertEquals(
                "EntryExportUpdate referenceResolution warning", steps(missing).get(4));
        assertEquals(text, description(missing, 4));
        assertEquals("warning UnableToResolveReferenceAttributeValue: " + text, result(missing));
        assertEquals("create", missing.path("provisioningAction").asText());
    }

    private String upn(String name) {
        return "User '" + name + "_alderwood.onmicrosoft.com#EXT#@birchline.onmicrosoft.com'";
    }

    @Test
    void anInitialCycleReadsAsAddedWhomItDoesNotManage() {
        w.sync.cycle();
        Entity dia = w.alderwood.user("dia");
        w.sync.cycle();
        assertEquals(
                "EntryImportUpdate import success", steps(newest(w.sync, dia)).get(0));
        w.sync.restart(Set.of(RestartScope.WATERMARK));
        w.sync.cycle();
        assertEquals("EntryImportAdd import success", steps(newest(w.sync, dia)).get(0));
        assertEquals(
                "EntryImportUpdate import success", steps(newest(w.sync, w.ana)).get(0));
    }
}
