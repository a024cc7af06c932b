package io.tenantry.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.store.Json;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of cross-tenant-access-policy.md §6.2, row by row: who of g1 and others may use a1 and other applications. */
class AccessRuleTest {
    @ParameterizedTest(name = "{0} {1} x {2} {3}")
    @CsvSource({
        "allowed, AllUsers, allowed, AllApplications, true,  true,  true,  true",
        "blocked, AllUsers, blocked, AllApplications, false, false, false, false",
        "allowed, g1,       allowed, AllApplications, true,  true,  false, false",
        "allowed, AllUsers, allowed, a1,              true,  false, true,  false",
        "allowed, g1,       blocked, a1,              false, true,  false, false",
        "blocked, g1,       blocked, AllApplications, false, false, true,  true",
        "blocked, g1,       allowed, a1,              false, false, true,  false",
        "allowed, g1,       allowed, a1,              true,  false, false, false",
        "blocked, g1,       blocked, a1,              false, true,  true,  true",
    })
    void usersAndApplicationsDecideTogether(
            String users,
            String user,
            String applications,
            String application,
            boolean listedListed,
            boolean listedOther,
            boolean otherListed,
            boolean otherOther) {
        AccessRule rule = AccessRule.of(half(users, user), half(applications, application));

        assertEquals(listedListed, rule.permits(Set.of("u1", "g1"), Set.of("a1")));
        assertEquals(listedOther, rule.permits(Set.of("u1", "g1"), Set.of("a2")));
        assertEquals(otherListed, rule.permits(Set.of("u2"), Set.of("a1")));
        assertEquals(otherOther, rule.permits(Set.of("u2"), Set.of("a2")));
    }

    private static com.fasterxml.jackson.databind.JsonNode half(String access, String target) {
        var half = Json.object().put("accessType", access);
        half.putArray("targets").addObject().put("target", target);
        return half;
    }
}
