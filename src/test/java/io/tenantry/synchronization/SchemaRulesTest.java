package io.tenantry.synchronization;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.JobSchema;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a saved schema must be (synchronization-api.md §8.1). */
class SchemaRulesTest {
    private final JobSchema schemas = new JobSchema(() -> "2024");
    private final ObjectNode schema = schemas.template();

    private ObjectNode users() {
        return (ObjectNode) schema.at("/synchronizationRules/0/objectMappings/0");
    }

    private ObjectNode attribute(String target) {
        for (JsonNode each : users().path("attributeMappings")) {
            if (each.path("targetAttributeName").asText().equals(target)) {
                return (ObjectNode) each;
            }
        }
        throw new AssertionError("no mapping of " + target);
    }

    private void check() {
        SchemaRules.check(schema, schemas.template());
    }

    private void refused(Consumer<ObjectNode> edit) {
        edit.accept(schema);
        GraphError error = assertThrows(GraphError.class, this::check);
        assertEquals(400, error.status());
        assertEquals("schemaInvalid", error.code());
    }

    @Test
    void theTemplateItselfCanBeSaved() {
        assertDoesNotThrow(this::check);
    }

    @Test
    void mappingsCanBeTakenAwayAndChanged() {
        attribute("displayName").withObjectProperty("source").put("expression", "Append([displayName], \" (NW)\")");
        users().withArrayProperty("attributeMappings").remove(5);
        assertDoesNotThrow(this::check);
    }

    @Test
    void theMatchingAttributeCannotBeFedOtherwise() {
        refused(each ->
                attribute("alternativeSecurityIds").withObjectProperty("source").put("expression", "[mail]"));
    }

    @Test
    void theMatchingAttributeCannotBeTakenAway() {
        refused(each -> users().withArrayProperty("attributeMappings").remove(0));
    }

    @Test
    void anotherMatchingAttributeCannotBeAdded() {
        refused(each -> attribute("mail").put("matchingPriority", 2));
    }

    @Test
    void anUnknownDirectoryIsRefused() {
        refused(each -> ((ObjectNode) each.at("/synchronizationRules/0")).put("sourceDirectoryName", "Elsewhere"));
    }

    @Test
    void anExpressionThatCannotBeReadIsRefused() {
        refused(each -> attribute("mail")
                .withObjectProperty("source")
                .put("type", "Function")
                .put("expression", "Nope("));
    }

    @Test
    void anOperatorThatDoesNotExistIsRefused() {
        refused(each -> {
            ArrayNode groups = users().withObjectProperty("scope").withArrayProperty("groups");
            groups.addObject().putArray("clauses").addObject().put("operatorName", "IsMemberOf");
        });
    }

    @Test
    void theMappingOfUsersCannotBeSwitchedOff() {
        refused(each -> users().put("enabled", false));
    }

    @Test
    void anAttributeIsMappedOnce() {
        refused(each -> users().withArrayProperty("attributeMappings")
                .add(attribute("displayName").deepCopy()));
    }

    @Test
    void theMappingThatIsRefusedIsNamedByItsPlace() {
        users().withArrayProperty("attributeMappings")
                .add(attribute("displayName").deepCopy());
        int last = users().path("attributeMappings").size() - 1;
        GraphError error = assertThrows(GraphError.class, this::check);
        assertEquals(
                "synchronizationRules[0].objectMappings[0].attributeMappings[" + last + "]",
                error.details().get(0).target());
    }

    @Test
    void anAttributeThatTheTargetDoesNotHaveCannotBeMapped() {
        refused(each -> attribute("displayName").put("targetAttributeName", "shoeSize"));
    }

    @Test
    void aDirectoryExtensionCanBeMapped() {
        attribute("city").put("targetAttributeName", "extension_0a1b2c3d4e5f60718293a4b5c6d7e8f9_costCenter");
        assertDoesNotThrow(this::check);
    }

    private ObjectNode rule() {
        return (ObjectNode) schema.at("/synchronizationRules/0");
    }

    private ObjectNode directory(int index) {
        return (ObjectNode) schema.at("/directories/" + index);
    }

    private static ObjectNode function(String expression) {
        return Json.object().put("type", "Function").put("expression", expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[shoeSize]",
                "Append([DisplayName], \"x\")",
                "IIF([shoeSize] = \"9\", \"a\", \"b\")",
                "SelectUniqueValue([displayName], [mail])",
                "Append([displayName], SelectUniqueValue([displayName], [mail]))",
                "Append([displayName])",
                "displayName",
                ""
            })
    void whatAnAttributeIsMappedFromMustBeThere(String expression) {
        refused(each -> attribute("displayName").set("source", function(expression)));
    }

    @Test
    void anAttributeCanBeMappedFromNothing() {
        attribute("displayName").putNull("source").put("defaultValue", "x");
        attribute("mail").putObject("source");
        assertDoesNotThrow(this::check);
    }

    @Test
    void aDefaultIsOneThatTheTargetTakes() {
        attribute("showInAddressList").put("defaultValue", "");
        assertDoesNotThrow(this::check);
        refused(each -> attribute("accountEnabled").put("defaultValue", "perhaps"));
    }

    @Test
    void aReferenceIsMappedFromAReference() {
        attribute("manager").set("source", function("[manager]"));
        assertDoesNotThrow(this::check);
        refused(each -> attribute("manager").set("source", function("Switch([city], , \"Faro\", [manager])")));
        refused(each -> attribute("manager").set("source", function("[displayName]")));
    }

    @Test
    void whatAFilterReadsMustBeThere() {
        ArrayNode groups = users().withObjectProperty("scope").withArrayProperty("groups");
        ObjectNode clause = groups.addObject().putArray("clauses").addObject();
        clause.put("sourceOperandName", "city").put("operatorName", "IS NULL");
        assertDoesNotThrow(this::check);
        refused(each -> clause.put("sourceOperandName", "shoeSize"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"proxyAddresses", "otherMails", "appRoleAssignments", "manager", "userType", "employeeHireDate"})
    void aFilterOfTheCustomerReadsNoListsReferencesDatesNorKindsOfUsers(String attribute) {
        ArrayNode groups = users().withObjectProperty("scope").withArrayProperty("groups");
        groups.addObject()
                .putArray("clauses")
                .addObject()
                .put("sourceOperandName", attribute)
                .put("operatorName", "IS NOT NULL");
        refused(each -> {});
    }

    @Test
    void mappingsSayWhenTheyFlow() {
        refused(each -> attribute("mail").put("flowType", "Sometimes"));
    }

    @Test
    void mappingsSayHowTheyFlow() {
        refused(each -> attribute("mail").put("flowBehavior", "FlowSometimes"));
    }

    @Test
    void mappingsOfObjectsSayWhatTheyDo() {
        users().put("flowTypes", "Add, Update");
        assertDoesNotThrow(this::check);
        refused(each -> users().put("flowTypes", "Add,Upsert"));
    }

    @Test
    void aMappingNamesItsTarget() {
        refused(each -> attribute("mail").remove("targetAttributeName"));
    }

    @Test
    void aRuleNamesItselfAndItsDirectories() {
        refused(each -> rule().remove("name"));
    }

    @Test
    void objectsAreThoseOfTheDirectories() {
        refused(each -> users().put("targetObjectName", "Person"));
    }

    @Test
    void objectsAreMappedOnce() {
        refused(each -> rule().withArrayProperty("objectMappings").add(users().deepCopy()));
    }

    @Test
    void objectsAreMappedByOneRule() {
        refused(each -> schema.withArrayProperty("synchronizationRules").add(rule().deepCopy()));
    }

    @Test
    void theMappingOfUsersCannotBeTakenAway() {
        refused(each -> rule().withArrayProperty("objectMappings").remove(0));
    }

    @Test
    void aRuleIsThere() {
        refused(each -> schema.putArray("synchronizationRules"));
    }

    @Test
    void theMatchingOfGroupsIsFixedToo() {
        refused(each -> ((ObjectNode) schema.at("/synchronizationRules/0/objectMappings/1/attributeMappings/0"))
                .put("matchingPriority", 1));
    }

    @Test
    void theMatchingPriorityIsFixed() {
        refused(each -> attribute("alternativeSecurityIds").put("matchingPriority", 0));
    }

    @Test
    void expressionsOfGroupsAreReadToo() {
        refused(each -> ((ObjectNode) schema.at("/synchronizationRules/0/objectMappings/1/attributeMappings/0"))
                .set("source", function("Nope()")));
    }

    @Test
    void definitionsHaveNamesAndHaveThemOnce() {
        refused(each -> directory(0).remove("name"));
        refused(each -> directory(0).put("name", directory(1).get("name").asText()));
    }

    @Test
    void attributesAreDefinedOnce() {
        ArrayNode attributes = (ArrayNode) directory(0).at("/objects/0/attributes");
        refused(each -> attributes.add(attributes.get(0).deepCopy()));
    }

    @Test
    void aDirectoryThatListsNothingHasEverything() {
        directory(0).remove("objects");
        attribute("displayName").set("source", function("[shoeSize]"));
        assertDoesNotThrow(this::check);
    }

    @Test
    void anAttributeThatIsDefinedInTheSameBreathCanBeMapped() {
        ArrayNode attributes = (ArrayNode) directory(1).at("/objects/0/attributes");
        attributes.addObject().put("name", "shoeSize").put("type", "String");
        attribute("displayName").put("targetAttributeName", "shoeSize");
        assertDoesNotThrow(this::check);
    }

    @Test
    void objectMappingsAreNotTooMany() {
        ArrayNode objects = (ArrayNode) directory(0).get("objects");
        ArrayNode mappings = rule().withArrayProperty("objectMappings");
        for (int i = 0; i < 20; i++) {
            objects.addObject().put("name", "Thing" + i);
            mappings.addObject().put("sourceObjectName", "Thing" + i).put("targetObjectName", "User");
        }
        refused(each -> {});
    }
}
