package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.RestartScope;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Types of mappings, flow types, defaults and directory extensions (provisioning-engine.md §4). */
class MappingTypesTest extends EngineTest {
    private static final String EXTENSION = "extension_0a1b2c3d4e5f60718293a4b5c6d7e8f9_";

    private static ObjectNode source(String expression) {
        return Json.object().put("expression", expression).put("type", "Function");
    }

    private void mapped(String target, String expression) {
        w.sync.changeMapping(mapping -> {
            ObjectNode added = mapping.withArrayProperty("attributeMappings").addObject();
            added.put("targetAttributeName", target).put("flowType", "Always").set("source", source(expression));
        });
    }

    private void replaced(String target, String expression) {
        w.sync.map(target, "source", source(expression));
    }

    private static void define(TestTenant tenant, String name, String dataType, boolean several) {
        Entity definition = Entity.childOf(Ids.random(), "extensionProperty", Ids.random())
                .set("name", EXTENSION + name)
                .set("appId", Ids.random())
                .set("dataType", dataType)
                .set("isMultiValued", several)
                .set("targetObjects", List.of("User"));
        tenant.write(session -> session.insert(definition));
    }

    private String failure() {
        List<Entity> log = w.sync.log();
        JsonNode status = log.get(log.size() - 1).properties().path("provisioningStatusInfo");
        return status.path("errorInformation").path("errorCode").asText();
    }

    @Test
    void whatHasNoSourceFillsAnEmptyTargetOnly() {
        w.sync.map("jobTitle", "source", NullNode.instance);
        w.sync.map("jobTitle", "defaultValue", TextNode.valueOf("Guest of Alderwood"));
        w.sync.cycle();
        assertEquals("Guest of Alderwood", w.target(w.ben).text("jobTitle"));

        w.birchline.patch(w.target(w.ben), ben -> ben.set("jobTitle", "Visitor"));
        w.birchline.patch(w.target(w.ana), ana -> ana.set("jobTitle", (String) null));
        w.sync.restart(Set.of(RestartScope.WATERMARK));
        w.sync.cycle();
        assertEquals("Visitor", w.target(w.ben).text("jobTitle"));
        assertEquals("Guest of Alderwood", w.target(w.ana).text("jobTitle"));
    }

    @Test
    void whatIsAddedToAnEmptyAttributeOnlyStaysAsItIs() {
        w.sync.map("department", "flowType", TextNode.valueOf("AttributeAddOnly"));
        w.sync.cycle();
        w.alderwood.patch(w.ben, ben -> ben.set("department", "Office"));
        w.sync.cycle();
        assertEquals("Dock", w.target(w.ben).text("department"));
    }

    @Test
    void whatFlowsAlwaysIsExportedThoughNothingDiffers() {
        w.sync.map("department", "flowBehavior", TextNode.valueOf("FlowAlways"));
        w.sync.cycle();
        w.sync.restart(Set.of(RestartScope.WATERMARK));
        List<Entity> entries = w.sync.entriesOf(w.sync::cycle);
        assertEquals(
                "[{\"displayName\":\"department\",\"oldValue\":\"Dock\",\"newValue\":\"Dock\"}]",
                Json.write(entries.get(0).get("modifiedProperties")));
    }

    @Test
    void anIgnoredFlowTakesNoDefault() {
        w.sync.map("jobTitle", "source", source("IgnoreFlowIfNullOrEmpty([jobTitle])"));
        w.sync.map("jobTitle", "defaultValue", TextNode.valueOf("Unassigned"));
        w.alderwood.patch(w.ana, ana -> ana.set("jobTitle", "Mate"));
        w.sync.cycle();
        assertEquals("Mate", w.target(w.ana).text("jobTitle"));
        assertEquals(null, w.target(w.ben).text("jobTitle"));
    }

    @Test
    void theTimeIsTheMovedClocksAndTheDomainTheSources() {
        w.sync.map("jobTitle", "source", source("FormatDateTime(Now(), , \"M/d/yyyy h:mm:ss tt\", \"yyyy-MM-dd\")"));
        w.sync.map("department", "source", source("DefaultDomain()"));
        w.sync.cycle();
        assertEquals(w.clock.now().toString().substring(0, 10), w.target(w.ben).text("jobTitle"));
        assertEquals(w.alderwood.tenant.initialDomain(), w.target(w.ben).text("department"));
    }

    @Test
    void directoryExtensionsFlowIntoThoseOfTheTargetByTheirType() {
        define(w.birchline, "berth", "String", false);
        define(w.birchline, "level", "Integer", false);
        define(w.birchline, "crew", "Boolean", false);
        define(w.birchline, "since", "DateTime", false);
        w.alderwood.patch(w.ben, ben -> ben.set(EXTENSION + "berth", "B7").set("employeeId", "12"));
        mapped(EXTENSION + "berth", "ToLower([" + EXTENSION + "berth])");
        mapped(EXTENSION + "level", "CStr([employeeId])");
        mapped(EXTENSION + "crew", "IsPresent([department])");
        mapped(EXTENSION + "since", "CDate(\"2024-03-01T10:00:00+02:00\")");
        w.sync.cycle();

        Entity ben = w.target(w.ben);
        assertEquals("b7", ben.text(EXTENSION + "berth"));
        assertEquals(12, ben.get(EXTENSION + "level").asInt());
        assertTrue(ben.get(EXTENSION + "level").isIntegralNumber());
        assertEquals(BooleanNode.TRUE, ben.get(EXTENSION + "crew"));
        assertEquals("2024-03-01T08:00:00Z", ben.text(EXTENSION + "since"));
        w.sync.restart(Set.of(RestartScope.WATERMARK));
        List<Entity> again = w.sync.entriesOf(w.sync::cycle);
        assertTrue(
                again.stream().allMatch(entry -> entry.get("modifiedProperties").isEmpty()));
    }

    @Test
    void anExtensionThatTheTargetHasNotDefinedFails() {
        mapped(EXTENSION + "berth", "Trim([department])");
        w.sync.cycle();
        assertEquals("SchemaAttributeNotFound", failure());
    }

    @Test
    void anExtensionOfSeveralValuesFails() {
        define(w.birchline, "berths", "String", true);
        mapped(EXTENSION + "berths", "Trim([department])");
        w.sync.cycle();
        assertEquals("SchemaAttributeNotFound", failure());
    }

    @Test
    void severalValuesDoNotFitOne() {
        w.sync.map("jobTitle", "source", source("Split(\"a,b\", \",\")"));
        w.sync.cycle();
        assertEquals("SchemaPropertyCanOnlyAcceptValue", failure());
    }

    @Test
    void aListOfOneFits() {
        w.sync.map("jobTitle", "source", source("Split(\"a\", \",\")"));
        w.sync.cycle();
        assertEquals("a", w.target(w.ben).text("jobTitle"));
    }

    @Test
    void whatIsNoAddressIsNotInvited() {
        w.sync.map("mail", "source", source("Append([mailNickname], \" at work\")"));
        w.sync.cycle();
        assertEquals("InvitationCreationFailureInvalidPropertyValue", failure());
    }

    @Test
    void whatIsNeitherTrueNorFalseEnablesNobody() {
        w.sync.map("accountEnabled", "source", source("Trim([department])"));
        w.sync.cycle();
        assertEquals("UnprocessableEntity", failure());
    }

    /** Nobody is created, nobody is changed, and the others of the cycle are. */
    @Test
    void anExpressionThatFailsForOneUserFailsThatUser() {
        w.sync.map("jobTitle", "source", source("Left(\"title\", [employeeId])"));
        w.alderwood.patch(w.ben, ben -> ben.set("employeeId", "many"));
        w.alderwood.patch(w.ana, ana -> ana.set("employeeId", "2"));
        w.sync.cycle();
        assertEquals("ti", w.target(w.ana).text("jobTitle"));
        assertEquals(List.of("create failure"), w.sync.log(w.ben));
        assertEquals(
                "EntryLevelErrors", w.sync.status().at("/lastExecution/state").asText());
    }

    /** What one configuration saves is nothing to another of the same tenant. */
    /** By himself, by one group and by another: each role counts once, in the order of the application. */
    @Test
    void expressionsSeeEveryRoleByWhichAUserIsAssigned() {
        List<String> roles = w.sync.roles("Pilot", "Mate", "Cook");
        w.sync.unassign(w.ana);
        w.sync.assign(w.ana, roles.get(2));
        w.sync.assign(w.alderwood.group("deck", w.ana), roles.get(0));
        w.sync.assign(w.alderwood.group("bridge", w.ana), roles.get(0));
        replaced("jobTitle", "SingleAppRoleAssignment([appRoleAssignments])");
        replaced("city", "CStr(Count(AppRoleAssignmentsComplex([appRoleAssignments])))");
        replaced("state", "Item(AppRoleAssignmentsComplex([appRoleAssignments]), 2)");
        replaced("streetAddress", "Item(AssertiveAppRoleAssignmentsComplex([appRoleAssignments]), 1)");
        replaced("postalCode", "Join(\", \", AppRoleAssignments([appRoleAssignments]))");
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        assertEquals("Pilot", ana.text("jobTitle"));
        assertEquals("2", ana.text("city"));
        assertEquals(
                "{\"id\":\"" + roles.get(2) + "\",\"value\":\"Cook\",\"displayName\":\"Cooks\"}", ana.text("state"));
        assertEquals(
                "{\"primary\":false,\"type\":\"WindowsAzureActiveDirectoryRole\",\"display\":\"Pilots\",\"value\":\"Pilot\"}",
                ana.text("streetAddress"));
        assertEquals("Pilot, Cook", ana.text("postalCode"));
        assertEquals("Default Access", w.target(w.ben).text("jobTitle"));
        w.sync.assign(w.ana, roles.get(1));
        w.sync.cycle();
        assertEquals("Pilot, Mate, Cook", w.target(w.ana).text("postalCode"));
    }

    @Test
    void configurationsHaveSchemasOfTheirOwn() {
        TestSync other = new TestSync(w, w.alderwood, w.cedarhall);
        other.assign(w.ben);
        w.sync.map("jobTitle", "source", source("Append(\"of \", \"Birchline\")"));
        other.map("jobTitle", "source", source("Append(\"of \", \"Cedarhall\")"));
        w.sync.cycle();
        other.cycle();
        assertEquals("of Birchline", w.target(w.ben).text("jobTitle"));
        assertEquals("of Cedarhall", w.cedarhall.external(w.ben).orElseThrow().text("jobTitle"));
    }
}
