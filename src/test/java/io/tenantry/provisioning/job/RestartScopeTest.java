package io.tenantry.provisioning.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code resetScope} of a restart (provisioning-engine.md §1.8). */
class RestartScopeTest {
    @Test
    void restartScopesAreFlags() {
        assertEquals(Optional.of(EnumSet.noneOf(RestartScope.class)), RestartScope.parse("None"));
        assertEquals(
                Optional.of(EnumSet.of(RestartScope.WATERMARK, RestartScope.ESCROWS)),
                RestartScope.parse("watermark,Escrows"));
        assertEquals(
                Optional.of(EnumSet.complementOf(EnumSet.of(RestartScope.FORCE_DELETES))), RestartScope.parse("Full"));
        assertEquals(Optional.empty(), RestartScope.parse("Watermark, Everything"));
    }
}
