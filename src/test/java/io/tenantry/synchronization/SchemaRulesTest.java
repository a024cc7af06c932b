package io.tenantry.synchronization;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.provisioning.job.JobSchema;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

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
    void anAttributeThatTheTargetDoesNotHaveCannotBeMapped() {
        refused(each -> attribute("displayName").put("targetAttributeName", "shoeSize"));
    }

    @Test
    void aDirectoryExtensionCanBeMapped() {
        attribute("city").put("targetAttributeName", "extension_0a1b2c3d4e5f60718293a4b5c6d7e8f9_costCenter");
        assertDoesNotThrow(this::check);
    }
}
