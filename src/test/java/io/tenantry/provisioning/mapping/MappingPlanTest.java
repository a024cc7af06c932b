package io.tenantry.provisioning.mapping;

import static io.tenantry.provisioning.mapping.UserMapping.modified;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.CpuTime;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.provisioning.mapping.MappingPlan.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What flows into a user of the target, without a store (provisioning-engine.md §4). */
class MappingPlanTest {
    private final UserMapping users = new UserMapping();

    @Test
    void aNewUserGetsWhatIsMapped() {
        users.map("displayName", "Append([displayName], \" (Alder)\")");
        users.map("city", "[city]");
        assertEquals(List.of(modified("displayName", null, "Ana Reis (Alder)")), users.create());
        assertEquals("Ana Reis (Alder)", users.held("displayName").asText());
        assertTrue(users.held("city").isMissingNode());
    }

    @Test
    void whatHoldsAlreadyIsNotWritten() {
        users.map("displayName", "[displayName]");
        users.map("department", "[department]");
        users.target.set("displayName", "Ana Reis").set("department", "Office");
        assertEquals(List.of(modified("department", "Office", "Dock")), users.update());
        assertEquals(List.of(), users.update());
    }

    @Test
    void nothingClears() {
        users.map("city", "[city]");
        users.target.set("city", "Faro");
        assertEquals(List.of(), users.update());
        assertEquals("Faro", users.held("city").asText());
    }

    @Test
    void theEmptyTextIsAValue() {
        users.map("city", "[city]");
        users.source.set("city", "");
        users.target.set("city", "Faro");
        assertEquals(List.of(modified("city", "Faro", "")), users.update());
    }

    @Test
    void aDefaultIsForNewUsers() {
        users.map("city", "[city]").put("defaultValue", "Porto");
        assertEquals(List.of(), users.update());
        assertEquals(List.of(modified("city", null, "Porto")), users.create());
        users.source.set("city", "Faro");
        assertEquals(List.of(modified("city", null, "Faro")), users.create());
    }

    /** An invitation begins with an address for a name, as a guest; nobody ever saw that. */
    @Test
    void whatIsCreatedHeldNothingBefore() {
        users.map("displayName", "[displayName]");
        users.map("userType", "\"Member\"");
        users.target.set("displayName", "ana@alder.example").set("userType", "Guest");
        assertEquals(
                List.of(modified("displayName", null, "Ana Reis"), modified("userType", null, "Member")),
                users.create());
    }

    @Test
    void anIgnoredFlowHasNoDefault() {
        users.map("city", "IgnoreFlowIfNullOrEmpty([city])").put("defaultValue", "Porto");
        assertEquals(List.of(), users.create());
    }

    @Test
    void withoutSourceTheDefaultFillsWhatIsEmpty() {
        users.map("city", "[city]").put("defaultValue", "Porto").putNull("source");
        assertEquals(List.of(modified("city", null, "Porto")), users.update());
        users.target.set("city", "Faro");
        assertEquals(List.of(), users.update());
    }

    @ParameterizedTest
    @CsvSource({
        "Always, true, true",
        "always, true, true",
        "ObjectAddOnly, false, false",
        "MultiValueAddOnly, true, false",
        "ValueAddOnly, true, true",
        "AttributeAddOnly, true, false"
    })
    void flowTypesSayWhatAnUpdateWrites(String type, boolean empty, boolean held) {
        users.map("department", "[department]").put("flowType", type);
        assertEquals(empty, !users.update().isEmpty());
        users.target.set("department", "Office");
        assertEquals(held, !users.update().isEmpty());
        users.target.set("department", "Office");
        assertEquals(1, users.create().size());
    }

    @Test
    void whatFlowsAlwaysIsWrittenThoughItHolds() {
        users.map("department", "[department]").put("flowBehavior", "FlowAlways");
        users.target.set("department", "Dock");
        assertEquals(List.of(modified("department", "Dock", "Dock")), users.update());
    }

    @Test
    void theNameFlowsWhereItMay() {
        users.map("userPrincipalName", "[userPrincipalName]");
        users.target.set("userPrincipalName", "old#EXT#@birch.onmicrosoft.com");
        assertEquals(List.of(), users.plan().update(users.values(), users.target, false));
        assertEquals(1, users.update().size());
        assertEquals(
                "ana_alder.example#EXT#@birch.onmicrosoft.com",
                users.held("userPrincipalName").asText());
        assertEquals(
                "ExternalAzureAD",
                users.held("identities").path(0).path("issuer").asText());
    }

    @Test
    void valuesAreAskedForByTheirTarget() {
        users.map("mail", "[mail]");
        users.map("userPrincipalName", "[userPrincipalName]");
        assertNull(users.values().text("mail"));
        assertNull(users.values().text("city"));
        assertEquals(
                "ana_alder.example#EXT#@birch.onmicrosoft.com", users.values().text("userPrincipalName"));
    }

    @Test
    void anExpressionThatFailsSaysWhichAndWhere() {
        users.map("city", "Left(\"x\", [department])");
        MappingFailure failure = assertThrows(MappingFailure.class, users::values);
        assertEquals("MissingValues", failure.failure().code());
        assertTrue(failure.getMessage().startsWith("The mapping of city could not be evaluated: Left: 'Dock'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Replace([city], , \"(?!x)(a|aa)+c\", , \"\", , )",
                "Replace([city], \"a\", , , [city], , )",
                "Append([city], Append([city], [city]))",
                "Replace([city], , \"(\", , \"\", , )"
            })
    void whatTakesTooLongOrMakesTooMuchFailsTheUser(String expression) {
        users.map("displayName", expression);
        users.source.set("city", "a".repeat(14_000));
        CpuTime.within(Duration.ofSeconds(2), () -> assertEquals("MissingValues", users.failure()));
    }

    @Test
    void theTimeAndTheDomainAreThoseOfTheJob() {
        users.map("city", "Join(\" \", Now(), DefaultDomain())");
        assertEquals("3/2/2026 12:00:00 PM alder.example", users.values().text("city"));
    }

    @Test
    void redactionCoversValuesAndWhatTheyWereMadeOf() {
        users.map("employeeId", "Append(Redact([employeeId]), \"-k\")");
        users.map("displayName", "[displayName]");
        users.map("department", "[employeeId]");
        users.source.set("employeeId", "9");
        List<ModifiedProperty> written = users.create();
        assertEquals("9-k", users.held("employeeId").asText());
        assertEquals(
                new ModifiedProperty("employeeId", null, "[Redact]", true).newValue(),
                written.get(0).logged().newValue());
        assertNull(written.get(0).logged().oldValue());
        assertEquals("Ana Reis", written.get(1).logged().newValue());
        users.source.set("employeeId", "10");
        assertEquals("[Redact]", users.update().get(0).logged().oldValue());
        Map<String, String> imported = users.plan().imported(new SourceAttributes(users.source, Value.of("Pilot")));
        assertEquals("[Redact]", imported.get("employeeId"));
        assertEquals("Ana Reis", imported.get("displayName"));
    }

    @Test
    void theImportShowsWhatIsReadAndHasAValue() {
        users.map("city", "Coalesce([city], [state], [department])");
        Map<String, String> imported = users.plan().imported(new SourceAttributes(users.source, Value.of("Pilot")));
        assertEquals(
                List.of(
                        "objectId",
                        "netId",
                        "alternativeSecurityIds",
                        "IsSoftDeleted",
                        "accountEnabled",
                        "appRoleAssignments",
                        "department"),
                List.copyOf(imported.keySet()));
        assertEquals("Pilot", imported.get("appRoleAssignments"));
        assertEquals("False", imported.get("IsSoftDeleted"));
    }

    @Test
    void flowTypesOfObjectsSayWhatIsDone() {
        assertTrue(users.plan().allows(Operation.ADD));
        assertTrue(users.plan().allows(Operation.UPDATE));
        assertTrue(users.plan().allows(Operation.DELETE));
        users.mapping.put("flowTypes", "Add, update");
        assertTrue(users.plan().allows(Operation.ADD));
        assertTrue(users.plan().allows(Operation.UPDATE));
        assertFalse(users.plan().allows(Operation.DELETE));
        users.mapping.put("flowTypes", "None");
        assertFalse(users.plan().allows(Operation.ADD));
        users.mapping.put("flowTypes", "Add,Upsert");
        assertThrows(InvalidMapping.class, users::plan);
    }
}
