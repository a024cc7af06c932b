package io.tenantry.provisioning.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** Schemas that cannot be compiled, and how that is told. */
class InvalidMappingTest {
    private final UserMapping users = new UserMapping();

    private String invalid() {
        return assertThrows(InvalidMapping.class, users::plan).getMessage();
    }

    @Test
    void anUnknownFlowIsInvalid() {
        ObjectNode mapped = users.map("city", "[city]").put("flowType", "Now");
        assertEquals("Unknown flowType Now", invalid());
        mapped.put("flowType", "Always").put("flowBehavior", "Now");
        assertEquals("Unknown flowBehavior Now", invalid());
    }

    @Test
    void aDefaultMustFit() {
        users.map("accountEnabled", "[accountEnabled]").put("defaultValue", "perhaps");
        assertTrue(invalid().startsWith("The default value of accountEnabled cannot be used: "));
    }

    @Test
    void anExpressionMustBeReadable() {
        ObjectNode mapped = users.map("city", "Nope([city])");
        assertEquals("The mapping of city is no valid expression: unknown function Nope at position 0", invalid());
        ((ObjectNode) mapped.get("source")).put("expression", "Left([city]");
        assertEquals("The mapping of city is no valid expression: ')' expected at position 11", invalid());
        ((ObjectNode) mapped.get("source")).put("expression", "SelectUniqueValue([city], [state])");
        assertTrue(invalid().contains("SelectUniqueValue"));
    }

    @Test
    void aScopeMustBeReadable() {
        users.mapping
                .putObject("scope")
                .putArray("groups")
                .addObject()
                .putArray("clauses")
                .addObject()
                .put("operatorName", "IsMemberOf");
        assertTrue(invalid().startsWith("The scope is no valid filter: "));
    }

    @Test
    void aMappingIsNotTooLarge() {
        for (int i = 0; i < 500; i++) {
            users.map("city", "[city]");
        }
        assertEquals(500, users.create().size() + 500);
        users.map("city", "[city]");
        assertTrue(invalid().contains("500 attribute mappings"));
    }

    @Test
    void expressionsAreNotTooLongTogether() {
        String expression = "\"" + "x".repeat(9_998) + "\"";
        for (int i = 0; i < 10; i++) {
            users.map("city", expression);
        }
        users.plan();
        users.map("state", "[x]");
        assertTrue(invalid().contains("100000 characters"));
    }

    @Test
    void aSchemaMapsUsers() {
        users.mapping.put("sourceObjectName", "user");
        users.plan();
        users.mapping.put("sourceObjectName", "Group");
        assertEquals("The schema maps no users.", invalid());
    }
}
