package io.tenantry.provisioning.expression.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Minutes and seconds have two digits, days, months and hours as many as they need, and a year four. */
class MomentTextTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T00:09:10, 3/2/2026 12:09:10 AM",
        "2026-12-31T12:10:09, 12/31/2026 12:10:09 PM",
        "0987-10-10T23:00:59, 10/10/0987 11:00:59 PM"
    })
    void aMomentIsShownAsInTheUnitedStates(LocalDateTime moment, String expected) {
        assertEquals(expected, MomentText.of(moment));
    }
}
