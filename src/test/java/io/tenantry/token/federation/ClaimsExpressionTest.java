package io.tenantry.token.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.CpuTime;
import io.tenantry.format.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** federatedidentityexpression */
class ClaimsExpressionTest {
    private static final JsonNode CLAIMS =
            Json.parse("{\"sub\":\"repo:tides/boats:ref:main\",\"id\":42,\"none\":null}");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "claims['sub'] eq 'repo:tides/boats:ref:main', true",
                "claims['sub'] eq 'repo:tides/*', false",
                "claims['sub'] matches 'repo:tides/*', true",
                "claims['sub'] matches '*', true",
                "claims['sub'] matches 'repo:*:ref:????', true",
                "claims['sub'] matches 'repo:*:ref:???', false",
                "claims['sub'] matches 'REPO:*', false",
                "claims['sub'] matches '*main*', true",
                "claims['sub'] matches '', false",
                "claims['id'] eq '42', true",
                "claims['none'] matches '*', false",
                "claims['other'] matches '*', false",
                "claims['id'] eq '42' and claims['sub'] matches 'repo*', true",
                "claims['id'] eq '43' and claims['sub'] matches 'repo*', false"
            })
    void claimsAreCompared(String expression, boolean holds) {
        assertEquals(holds, ClaimsExpression.of(expression).orElseThrow().matches(CLAIMS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "and",
                "claims['sub']",
                "claims['sub'] eq",
                "claims['sub'] eq 'a' and",
                "claims['sub'] ne 'a'",
                "claims['sub'] eq 'a' or claims['sub'] eq 'b'",
                "claims[sub] eq 'a'",
                "claims['sub'] eq 'a' x"
            })
    void whatIsNoExpressionMeansNobody(String text) {
        assertTrue(ClaimsExpression.of(text).isEmpty());
    }

    @Test
    void noPatternTakesLong() {
        String pattern = "*a".repeat(280) + "b";
        JsonNode claims = Json.object().put("sub", "a".repeat(30_000));
        CpuTime.within(Duration.ofSeconds(2), () -> ClaimsExpression.of("claims['sub'] matches '" + pattern + "'")
                .orElseThrow()
                .matches(claims));
    }
}
