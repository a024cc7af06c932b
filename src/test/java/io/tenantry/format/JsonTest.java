package io.tenantry.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void aMistakeIsToldWithoutTheParsersOwnNames() {
        assertEquals("Document nesting depth (201) exceeds the maximum allowed (200)", mistake("[".repeat(300)));
        assertEquals(
                "Unexpected end-of-input: expected close marker for Object (start marker at line 1, column 1)",
                mistake("{"));
        assertFalse(mistake("{\"a\": " + "9".repeat(2000) + "}").contains("Stream"));
    }

    private static String mistake(String text) {
        return Json.mistake(assertThrows(JsonProcessingException.class, () -> Json.MAPPER.readTree(text)));
    }
}
