package io.tenantry.scenario.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.scenario.file.TenantScenario;
import io.tenantry.scenario.file.TenantScenario.Generate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class GeneratedDirectoryTest {
    @Test
    void theSameSeedMakesTheSamePeopleAndAnotherSeedOthers() {
        assertEquals(users(200, 42), users(200, 42));
        assertNotEquals(names(users(200, 42)), names(users(200, 43)));
        assertEquals(names(users(200, 42)), names(users(500, 42)).subList(0, 200));
    }

    @Test
    void everyNameOfTheListMakesItsOwnAddress() {
        Set<String> names = new HashSet<>();
        for (ObjectNode user : users(30_000, 7)) {
            assertTrue(names.add(user.get("userPrincipalName").asText()), user.toString());
            assertTrue(user.get("userPrincipalName").asText().matches("[a-z.0-9]+@alder\\.example"), user.toString());
        }
    }

    @Test
    void managersFormATreeOfOneDepartmentEach() {
        List<ObjectNode> users = users(1000, 1);
        Set<String> before = new HashSet<>();
        for (ObjectNode user : users) {
            if (before.isEmpty()) {
                assertFalse(user.has("manager"));
            } else {
                assertTrue(before.contains(user.get("manager").asText()), "a manager comes before the reports");
            }
            before.add(user.get("id").asText());
        }
        assertEquals(
                11,
                users.stream()
                        .map(user -> user.get("department").asText())
                        .distinct()
                        .count());
    }

    @Test
    void namesThatListedUsersHaveAreLeftToThem() {
        String first = users(1, 3).get(0).get("userPrincipalName").asText();
        ObjectNode evaded =
                new GeneratedUsers(tenant(1, 0, 3), first::equals).iterator().next();
        assertNotEquals(first, evaded.get("userPrincipalName").asText());
    }

    @Test
    void groupsHaveMembersAmongTheUsers() {
        TenantScenario tenant = tenant(300, 40, 5);
        GeneratedUsers users = new GeneratedUsers(tenant, name -> false);
        Set<String> ids = new HashSet<>(Set.of("listed"));
        users.forEach(user -> ids.add(user.get("id").asText()));
        int count = 0;
        for (ObjectNode group : new GeneratedGroups(tenant, users, List.of("listed"))) {
            count++;
            assertTrue(group.get("members").size() >= 4);
            group.get("members").forEach(member -> assertTrue(ids.contains(member.asText())));
        }
        assertEquals(40, count);
    }

    @Test
    void accentsAreKeptInNames() {
        assertTrue(names(users(2000, 42)).stream().anyMatch(name -> name.contains("ö")));
        assertEquals("bjork", AsciiName.of("Björk"));
        assertEquals("wojcik", AsciiName.of("Wójcik"));
        assertEquals("lukasz", AsciiName.of("Łukasz"));
        assertEquals("izmir", AsciiName.of("İzmir"));
    }

    private static List<String> names(List<ObjectNode> users) {
        return users.stream().map(user -> user.get("displayName").asText()).toList();
    }

    private static List<ObjectNode> users(int count, long seed) {
        List<ObjectNode> users = new ArrayList<>();
        new GeneratedUsers(tenant(count, 0, seed), name -> false).forEach(users::add);
        return users;
    }

    private static TenantScenario tenant(int users, int groups, long seed) {
        return new TenantScenario(
                "5a1de000-5eed-4a11-8d00-00000000a11d",
                null,
                "Alder",
                List.of("alder.onmicrosoft.example", "alder.example"),
                "global",
                List.of(),
                new Generate(users, groups, seed),
                Json.object());
    }
}
