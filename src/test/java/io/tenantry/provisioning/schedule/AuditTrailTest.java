package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a cycle leaves in the audit logs of both tenants (synchronization-api.md §12.1, §12.3). */
class AuditTrailTest extends EngineTest {
    private static final String TARGET = "Azure Active Directory (target tenant)";

    /** Entries that came into a tenant's log while this was done. */
    private static List<JsonNode> left(TestTenant tenant, Runnable act) {
        int before = Entries.audits(tenant).size();
        act.run();
        return Entries.audits(tenant).subList(before, Entries.audits(tenant).size());
    }

    private static List<String> activities(List<JsonNode> audits) {
        return audits.stream()
                .map(each -> each.path("activityDisplayName").asText())
                .toList();
    }

    private static String detail(JsonNode audit, String key) {
        return audit.path("additionalDetails")
                .valueStream()
                .filter(each -> each.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow()
                .path("value")
                .asText();
    }

    private static List<JsonNode> about(List<JsonNode> audits, Entity user) {
        return audits.stream()
                .filter(each -> detail(each, "SourceAnchor").equals(user.id()))
                .toList();
    }

    private static List<String> events(List<JsonNode> audits) {
        return audits.stream()
                .map(each -> each.path("activityDisplayName").asText() + " " + detail(each, "EventName") + " "
                        + detail(each, "ErrorCode"))
                .toList();
    }

    private static List<String> reasons(List<JsonNode> audits) {
        return audits.stream().map(each -> each.path("resultReason").asText()).toList();
    }

    @Test
    void theSourceTellsOfEachChangeInThreeSteps() {
        List<JsonNode> ana = about(left(w.alderwood, w.sync::cycle), w.ana);
        String subject = "User 'ana@alderwood.onmicrosoft.com'";
        assertEquals(
                List.of(
                        "Import EntryImportAdd None",
                        "Synchronization rule action EntrySynchronizationAdd None",
                        "Export EntryExportAdd None"),
                events(ana));
        assertEquals(
                List.of(
                        "Received " + subject + " change of type (Add) from Azure Active Directory",
                        subject + " will be created in " + TARGET
                                + " (User is active and assigned in Azure Active Directory, but no matching User was"
                                + " found in " + TARGET + ")",
                        subject + " was created in " + TARGET),
                reasons(ana));
        String change = Entries.newest(w.sync, w.ana).path("changeId").asText();
        for (JsonNode each : ana) {
            assertEquals(change, each.path("correlationId").asText());
            assertEquals("success", each.path("result").asText());
            assertEquals("ServicePrincipal", each.at("/targetResources/0/type").asText());
            assertEquals(
                    "Harbour sync", each.at("/targetResources/0/displayName").asText());
            assertEquals("User", each.at("/targetResources/1/type").asText());
            assertEquals("", each.at("/targetResources/1/id").asText());
            assertEquals(w.target(w.ana).id(), detail(each, "TargetAnchor"));
        }
        assertEquals(0, ana.get(0).at("/targetResources/0/modifiedProperties").size());
        assertEquals(
                "\"Dock\"", modified(ana.get(2), "department").path("newValue").asText());
        assertEquals(true, modified(ana.get(2), "department").path("oldValue").isNull());
    }

    private static JsonNode modified(JsonNode audit, String name) {
        return audit.at("/targetResources/0/modifiedProperties")
                .valueStream()
                .filter(each -> each.path("displayName").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void updatesAndDeletionsHaveStepsOfTheirOwn() {
        w.sync.cycle();
        w.alderwood.patch(w.ana, user -> user.set("department", "Office"));
        w.sync.unassign(w.ben);
        List<JsonNode> audits = left(w.alderwood, w.sync::cycle);
        assertEquals(
                List.of(
                        "Import EntryImportUpdate None",
                        "Synchronization rule action EntrySynchronizationUpdate None",
                        "Export EntryExportUpdate None"),
                events(about(audits, w.ana)));
        assertEquals(
                "\"Dock\"",
                modified(about(audits, w.ana).get(2), "department")
                        .path("oldValue")
                        .asText());
        assertEquals(
                List.of(
                        "Import EntryImportDelete None",
                        "Synchronization rule action EntrySynchronizationDelete None",
                        "Export EntryExportDelete None"),
                events(about(audits, w.ben)));
        String subject = "User 'ben@alderwood.onmicrosoft.com'";
        assertEquals(
                List.of(
                        "Received " + subject + " change of type (Delete) from Azure Active Directory",
                        subject + " will be deleted in " + TARGET
                                + " (User is not active or not assigned in Azure Active Directory)",
                        subject + " was deleted in " + TARGET),
                reasons(about(audits, w.ben)));
        String subjectOfAna = "User 'ana@alderwood.onmicrosoft.com'";
        assertEquals(
                subjectOfAna + " was updated in " + TARGET,
                reasons(about(audits, w.ana)).get(2));
    }

    /** Whoever fails leaves the same three entries, and one more that says that it is kept to be tried again. */
    @Test
    void aFailureIsExportedAndKept() {
        Entity desk = w.birchline.user("desk", user -> user.set("mail", w.ana.text("mail")));
        List<JsonNode> ana = about(left(w.alderwood, w.sync::cycle), w.ana);
        String code = "InvitationCreationFailureAmbiguousUser";
        assertEquals(
                List.of(
                        "Import EntryImportAdd None",
                        "Synchronization rule action EntrySynchronizationAdd None",
                        "Export EntryExportAdd " + code,
                        "Process escrow EntryEscrowAdd " + code),
                events(ana));
        String text = "Failed to create User 'ana@alderwood.onmicrosoft.com' in " + TARGET;
        assertEquals(text, reasons(ana).get(2));
        String why = Entries.newest(w.sync, w.ana)
                .at("/provisioningStatusInfo/errorInformation/reason")
                .asText();
        assertEquals(text + ". Error: " + why, reasons(ana).get(3));
        assertEquals(
                List.of("success", "success", "failure", "failure"),
                ana.stream().map(each -> each.path("result").asText()).toList());
        assertEquals("", detail(ana.get(3), "TargetAnchor"));

        w.birchline.purge(desk);
        w.birchline.patch(w.target(w.ben), user -> user.set("onPremisesSyncEnabled", true));
        w.alderwood.patch(w.ben, user -> user.set("city", "Faro"));
        assertEquals(
                List.of(
                        "Import EntryImportUpdate None",
                        "Synchronization rule action EntrySynchronizationUpdate None",
                        "Export EntryExportUpdate AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises",
                        "Process escrow EntryEscrowUpdate AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises"),
                events(about(left(w.alderwood, w.sync::cycle), w.ben)));
    }

    private static List<JsonNode> of(List<JsonNode> audits, Entity object) {
        Predicate<JsonNode> about =
                audit -> audit.at("/targetResources/0/id").asText().equals(object.id());
        return audits.stream().filter(about).toList();
    }

    @Test
    void theTargetTellsWhatBecameOfItsUser() {
        List<JsonNode> created = left(w.birchline, w.sync::cycle);
        Entity ana = w.target(w.ana);
        assertEquals(List.of("Invite external user", "Add user"), activities(of(created, ana)));
        assertEquals(
                "Invited Users", of(created, ana).get(0).path("loggedByService").asText());
        assertEquals(
                "Core Directory",
                of(created, ana).get(1).path("loggedByService").asText());

        w.alderwood.patch(w.ana, user -> user.set("accountEnabled", false).set("department", "Office"));
        List<JsonNode> disabled = of(left(w.birchline, w.sync::cycle), ana);
        assertEquals(List.of("Disable account", "Update user"), activities(disabled));
        assertEquals(
                List.of(
                        "AccountEnabled [\"True\"] [\"False\"]",
                        "Department [\"Dock\"] [\"Office\"]",
                        "Included Updated Properties null \"AccountEnabled, Department\"",
                        "TargetId.UserType null \"Member\""),
                disabled.get(1)
                        .at("/targetResources/0/modifiedProperties")
                        .valueStream()
                        .map(each -> each.path("displayName").asText() + " "
                                + each.path("oldValue").asText() + " "
                                + each.path("newValue").asText())
                        .toList());
        w.alderwood.patch(w.ana, user -> user.set("accountEnabled", true));
        assertEquals(List.of("Enable account", "Update user"), activities(of(left(w.birchline, w.sync::cycle), ana)));
    }

    @Test
    void whoLeavesIsDeletedAndWhoComesBackIsRestored() {
        w.sync.cycle();
        Entity ben = w.target(w.ben);
        w.sync.unassign(w.ben);
        assertEquals(List.of("Delete user"), activities(of(left(w.birchline, w.sync::cycle), ben)));
        w.sync.assign(w.ben);
        List<JsonNode> restored = of(left(w.birchline, w.sync::cycle), ben);
        assertEquals(List.of("Restore user"), activities(restored));
        assertEquals("Update", restored.get(0).path("operationType").asText());
    }

    @Test
    void aManagerAndTheMembersOfAGroupAreToldToo() {
        w.sync.withGroups();
        w.sync.cycle();
        Entity ben = w.target(w.ben);
        w.alderwood.manager(w.ben, w.ana);
        Entity crew = w.alderwood.group("Crew", w.ana);
        w.sync.assign(crew);
        List<JsonNode> audits = left(w.birchline, w.sync::cycle);
        assertEquals(List.of("Set user manager"), activities(of(audits, ben)));
        assertEquals(List.of("Add member to group"), activities(of(audits, w.target(w.ana))));
        Entity made = w.birchline.groups("Crew").get(0);
        assertEquals(List.of("Add group"), activities(of(audits, made)));
        w.alderwood.patch(crew, group -> group.set("description", "Of the harbour"));
        w.alderwood.leave(crew, w.ana);
        audits = left(w.birchline, w.sync::cycle);
        assertEquals(List.of("Remove member from group"), activities(of(audits, w.target(w.ana))));
        JsonNode updated = of(audits, made).get(0);
        assertEquals("Update group", updated.path("activityDisplayName").asText());
        assertEquals(2, updated.at("/targetResources/0/modifiedProperties").size());
    }
}
