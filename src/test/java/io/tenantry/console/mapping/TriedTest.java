package io.tenantry.console.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.format.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the mistake of an expression is shown. */
class TriedTest {
    private static Tried wrong(String expression, String message) {
        var answer = Json.object();
        answer.putObject("error").put("message", message);
        return Tried.of(expression, answer, "", "");
    }

    @ParameterizedTest
    @CsvSource({"0, '', A", "7, 'Append(', [", "99, 'Append([x]', ' '", "10, 'Append([x]', ' '"})
    void theCharacterThatTheMessageNamesIsMarked(int position, String before, String at) {
        Tried tried = wrong("Append([x]", "')' expected at position " + position);
        assertTrue(tried.isPlaced());
        assertEquals(before, tried.before());
        assertEquals(at, tried.at());
    }

    @Test
    void aMessageWithoutAPlaceStandsAlone() {
        assertFalse(wrong("[x]", "The attribute 'manager' can be mapped from a reference only.")
                .isPlaced());
    }

    @Test
    void ofALongExpressionTheSurroundingsAreShown() {
        Tried tried = wrong("x".repeat(5000), "nothing more expected at position 2500");
        assertEquals(200, tried.before().length());
        assertEquals(200, tried.after().length());
    }
}
