package io.tenantry.token.access;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class RecentTokensTest {
    private static final int MANY = 10_000;

    private final RecentTokens recent = new RecentTokens();
    private final VerifiedToken token = new VerifiedToken("t", 0, null, null, null);

    @Test
    void whatNobodyAsksForIsForgotten() {
        recent.put("once", token);

        fill();

        assertNull(recent.get("once"));
    }

    @Test
    void whatIsInUseIsKept() {
        recent.put("used", token);

        for (int i = 0; i < MANY; i++) {
            recent.put("other " + i, token);
            assertSame(token, recent.get("used"));
        }
    }

    private void fill() {
        for (int i = 0; i < MANY; i++) {
            recent.put("other " + i, token);
        }
    }
}
