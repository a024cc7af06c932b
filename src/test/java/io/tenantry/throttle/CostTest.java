package io.tenantry.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** odata-protocol.md §15. */
class CostTest {
    @ParameterizedTest
    @CsvSource({
        "GET, users, '', 2",
        "GET, users/{}, '', 2",
        "GET, users, select, 1",
        "GET, users, select top=5, 1",
        "GET, users, expand, 3",
        "GET, users, top=20, 2",
        "GET, users, top=19, 1",
        "GET, groups, '', 1",
        "GET, groups/{}/members, '', 3",
        "GET, groups/{}/transitiveMembers, select, 4",
        "GET, users/{}/memberOf, '', 2",
        "GET, subscribedSkus, '', 3",
        "POST, directoryObjects/getByIds, '', 3",
        "POST, users/{}/checkMemberGroups, '', 4",
        "POST, users/{}/microsoft.graph.getMemberGroups, '', 2",
        "POST, users, '', 1",
        "PATCH, users/{}, '', 1",
        "DELETE, users/{}, '', 1",
        "GET, organization, select, 1"
    })
    void aRequestCostsWhatIsDocumented(String method, String template, String options, int units) {
        Map<String, String> byName = new HashMap<>();
        for (String option : options.split(" ")) {
            String[] parts = option.split("=");
            byName.put(parts[0], parts.length > 1 ? parts[1] : "x");
        }
        assertEquals(units, Cost.of(method, template, byName));
    }
}
