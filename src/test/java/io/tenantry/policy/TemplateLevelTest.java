package io.tenantry.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tenantry.error.GraphError;
import org.junit.jupiter.api.Test;

class TemplateLevelTest {
    @Test
    void anEmptyLevelSwitchesTheTemplateOff() {
        assertEquals("none", TemplateLevel.canonical(TextNode.valueOf("")));
        assertEquals("none", TemplateLevel.canonical(NullNode.getInstance()));
    }

    @Test
    void flagsAreWrittenInTheirOrder() {
        assertEquals(
                "newPartners,existingPartners",
                TemplateLevel.canonical(TextNode.valueOf("existingPartners, newPartners")));
    }

    @Test
    void anUnknownFlagIsRefused() {
        assertThrows(GraphError.class, () -> TemplateLevel.canonical(TextNode.valueOf("allPartners")));
    }
}
