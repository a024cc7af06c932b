package io.tenantry.provisioning.expression.value;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much a value may be. */
class ValueTest {
    private static Value text(int length) {
        return Value.of("x".repeat(length));
    }

    private static Value list(int items) {
        return new Value.Many(Collections.nCopies(items, text(1)));
    }

    private static void assertFits(Value value) {
        assertSame(value, value.bounded());
    }

    private static void assertTooLong(Value value) {
        assertThrows(ExpressionError.class, value::bounded);
    }

    @Test
    void aTextIsOfBoundedLength() {
        assertFits(text(Value.LONGEST));
        assertTooLong(text(Value.LONGEST + 1));
    }

    @Test
    void aListIsOfSoManyItems() {
        assertFits(list(Value.MOST_ITEMS));
        assertTooLong(list(Value.MOST_ITEMS + 1));
    }

    @Test
    void theItemsOfAListAreTogetherNoLongerThanOneText() {
        Value one = text(1);
        assertFits(new Value.Many(List.of(one, text(Value.LONGEST - 1))));
        assertTooLong(new Value.Many(List.of(one, text(Value.LONGEST))));
    }
}
