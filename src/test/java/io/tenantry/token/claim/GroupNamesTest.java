package io.tenantry.token.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.store.Entity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupNamesTest {
    private static final Entity CREW = Entity.of("group", "1")
            .set("displayName", "Crew")
            .set("onPremisesSamAccountName", "crew")
            .set("onPremisesDomainName", "tide.example")
            .set("onPremisesNetBiosName", "TIDE");
    private static final Entity GUESTS = Entity.of("group", "2").set("displayName", "Guests");

    @Test
    void groupsOfADirectoryOnPremisesGoByTheirNamesThere() {
        assertEquals(List.of("crew"), named("applicationgroup", "sam_account_name"));
        assertEquals(List.of("tide.example\\crew"), named("all", "dns_domain_and_sam_account_name"));
        assertEquals(List.of("TIDE\\crew"), named("all", "emit_as_roles", "netbios_domain_and_sam_account_name"));
    }

    @Test
    void ofSeveralFormatsTheFirstCounts() {
        assertEquals(List.of("TIDE\\crew"), named("all", "netbios_domain_and_sam_account_name", "sam_account_name"));
    }

    @Test
    void groupsOfTheCloudGoByDisplayNameWhereOnlyAssignedOnesAreTold() {
        assertEquals(List.of("crew", "Guests"), named("applicationgroup", "sam_account_name", "cloud_displayname"));
        assertEquals(List.of("Guests"), named("applicationgroup", "cloud_displayname"));
        assertEquals(List.of("crew"), named("securitygroup", "sam_account_name", "cloud_displayname"));
        assertTrue(GroupNames.of(asked("securitygroup", "cloud_displayname")).isEmpty());
    }

    @Test
    void withoutAFormatTheyGoByTheirIds() {
        assertTrue(GroupNames.of(asked("all", "emit_as_roles")).isEmpty());
    }

    private static List<String> named(String kind, String... properties) {
        return GroupNames.of(asked(kind, properties)).orElseThrow().of(List.of(CREW, GUESTS));
    }

    private static AskedClaims asked(String kind, String... properties) {
        return new AskedClaims(Set.of(kind), Map.of("groups", List.of(properties)), Set.of());
    }
}
