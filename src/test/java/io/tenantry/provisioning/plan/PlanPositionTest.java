package io.tenantry.provisioning.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients send to have the next page, and which actions they may name. */
class PlanPositionTest {
    private static final String STATE = "0123456789abcdef0123456789abcdef";

    @Test
    void aPositionIsFoundAgainInItsToken() {
        PlanPosition position = new PlanPosition(STATE, 1200);
        assertEquals(STATE + "-1200", position.token());
        assertEquals(Optional.of(position), PlanPosition.of(position.token()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1200",
                STATE,
                STATE + "-",
                STATE + "--1",
                STATE + "-1234567890",
                "0123456789ABCDEF0123456789abcdef-1"
            })
    void anyOtherTextIsNone(String text) {
        assertEquals(Optional.empty(), PlanPosition.of(text));
    }

    @ParameterizedTest
    @EnumSource
    void anActionIsFoundByItsName(PlanAction action) {
        assertEquals(Optional.of(action), PlanAction.named(action.wireName()));
    }

    @Test
    void whatIsNoActionIsNone() {
        assertEquals(Optional.empty(), PlanAction.named("Create"));
    }
}
