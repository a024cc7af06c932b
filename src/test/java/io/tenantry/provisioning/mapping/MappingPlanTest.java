package io.tenantry.provisioning.mapping;

import static io.tenantry.provisioning.mapping.UserMapping.EXTENSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
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

    private static ModifiedProperty modified(String name, String before, String after) {
        return new ModifiedProperty(name, before, after);
    }

    private String failure() {
        return assertThrows(MappingFailure.class, users::values).failure().code();
    }

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
    void aMailBringsItsAddresses() {
        users.map("mail", "[mail]");
        users.source.set("mail", "ana@alder.example");
        users.target.set("proxyAddresses", List.of("SMTP:old@alder.example", "smtp:second@alder.example"));
        users.update();
        assertEquals(
                "[\"SMTP:ana@alder.example\",\"smtp:second@alder.example\"]", Json.write(users.held("proxyAddresses")));
        assertEquals("[\"ana@alder.example\"]", Json.write(users.held("otherMails")));
        assertEquals("ana@alder.example", users.held("mail").asText());
    }

    @Test
    void aSecondaryAddressThatBecomesThePrimaryOneStandsOnce() {
        users.map("mail", "[mail]");
        users.source.set("mail", "ana@alder.example");
        users.target.set("proxyAddresses", List.of("smtp:ANA@alder.example"));
        users.update();
        assertEquals("[\"SMTP:ana@alder.example\"]", Json.write(users.held("proxyAddresses")));
    }

    @ParameterizedTest
    @CsvSource({"ana", "@alder.example", "ana@", "a@b@c", "'a na@alder.example'"})
    void whatIsNoAddressFails(String mail) {
        users.map("mail", "[mail]");
        users.source.set("mail", mail);
        assertEquals("InvitationCreationFailureInvalidPropertyValue", failure());
    }

    @Test
    void theUserTypeIsOneOfTwo() {
        users.map("userType", "Coalesce([city], \"Member\")");
        assertEquals(List.of(modified("userType", null, "Member")), users.create());
        users.source.set("city", "Guest");
        assertEquals(List.of(modified("userType", "Member", "Guest")), users.update());
        users.source.set("city", "member");
        assertEquals("InvitationCreationFailureInvalidPropertyValue", failure());
    }

    @Test
    void flagsAreFlags() {
        users.map("accountEnabled", "[accountEnabled]");
        users.map("showInAddressList", "\"true\"");
        users.create();
        assertTrue(users.held("accountEnabled").booleanValue());
        assertTrue(users.held("showInAddressList").booleanValue());
        assertEquals(List.of(), users.update());
        users.source.set("accountEnabled", false);
        assertEquals(List.of(modified("accountEnabled", "True", "False")), users.update());
        assertFalse(users.held("accountEnabled").booleanValue());
    }

    @Test
    void aFlagTakesNoOtherText() {
        users.map("accountEnabled", "[department]");
        assertEquals("UnprocessableEntity", failure());
    }

    @Test
    void attributesStandUnderTheirNamesInGraph() {
        users.map("mobile", "\"1\"");
        users.map("physicalDeliveryOfficeName", "\"2\"");
        users.map("facsimileTelephoneNumber", "\"3\"");
        users.map("telephoneNumber", "\"4\"");
        users.map("extensionAttribute15", "\"5\"");
        users.create();
        assertEquals("1", users.held("mobilePhone").asText());
        assertEquals("2", users.held("officeLocation").asText());
        assertEquals("3", users.held("faxNumber").asText());
        assertEquals("[\"4\"]", Json.write(users.held("businessPhones")));
        assertEquals(
                "5",
                users.held("onPremisesExtensionAttributes")
                        .path("extensionAttribute15")
                        .asText());
        assertEquals(List.of(), users.update());
    }

    @ParameterizedTest
    @CsvSource({
        "String, B7, '\"B7\"'",
        "String, True, '\"True\"'",
        "Binary, QjA=, '\"QjA=\"'",
        "Boolean, true, true",
        "Boolean, False, false",
        "Integer, 12, 12",
        "LargeInteger, 9223372036854775807, 9223372036854775807",
        "DateTime, 2024-03-01+02:00, '\"2024-02-29T22:00:00Z\"'"
    })
    void anExtensionKeepsTheTypeOfItsDefinition(String dataType, String text, String held) {
        users.extensions.put(EXTENSION + "x", dataType);
        users.map(EXTENSION + "x", "[city]");
        users.source.set("city", text);
        assertEquals(1, users.create().size());
        assertEquals(held, Json.write(users.held(EXTENSION + "x")));
        assertEquals(List.of(), users.update());
    }

    @ParameterizedTest
    @CsvSource({"Boolean, yes", "Integer, 1.5", "LargeInteger, many", "DateTime, soon"})
    void anExtensionTakesNothingElse(String dataType, String text) {
        users.extensions.put(EXTENSION + "x", dataType);
        users.map(EXTENSION + "x", "[city]");
        users.source.set("city", text);
        assertEquals("UnprocessableEntity", failure());
    }

    @ParameterizedTest
    @CsvSource({"shoeSize", "proxyAddresses", "extensionAttribute16", "extensionAttribute0", EXTENSION + "undefined"})
    void whatTheTargetDoesNotHaveFails(String attribute) {
        users.map("displayName", "[displayName]");
        users.map(attribute, "[city]");
        MappingFailure failure = assertThrows(MappingFailure.class, users::values);
        assertEquals("SchemaAttributeNotFound", failure.failure().code());
        assertTrue(failure.getMessage().contains(attribute));
    }

    @Test
    void severalValuesDoNotFitOne() {
        users.map("city", "Split([city], \",\")");
        users.source.set("city", "a,b");
        assertEquals("SchemaPropertyCanOnlyAcceptValue", failure());
        users.source.set("city", "a");
        assertEquals("a", users.values().text("city"));
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
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertEquals("MissingValues", failure()));
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

    private String invalid() {
        return assertThrows(InvalidMapping.class, users::plan).getMessage();
    }

    @Test
    void anUnknownFlowIsInvalid() {
        ObjectNode mapped = users.map("city", "[city]").put("flowType", "Now");
        assertEquals("Unknown flowType Now", invalid());
        mapped.put("flowType", "Always").put("flowBehavior", "Now");
        assertEquals("Unknown flowBehavior Now", invalid());
    }

    @Test
    void aDefaultMustFit() {
        users.map("accountEnabled", "[accountEnabled]").put("defaultValue", "perhaps");
        assertTrue(invalid().startsWith("The default value of accountEnabled cannot be used: "));
    }

    @Test
    void anExpressionMustBeReadable() {
        ObjectNode mapped = users.map("city", "Nope([city])");
        assertEquals("The mapping of city is no valid expression: unknown function Nope at position 0", invalid());
        ((ObjectNode) mapped.get("source")).put("expression", "Left([city]");
        assertEquals("The mapping of city is no valid expression: ')' expected at position 11", invalid());
        ((ObjectNode) mapped.get("source")).put("expression", "SelectUniqueValue([city], [state])");
        assertTrue(invalid().contains("SelectUniqueValue"));
    }

    @Test
    void aScopeMustBeReadable() {
        users.mapping
                .putObject("scope")
                .putArray("groups")
                .addObject()
                .putArray("clauses")
                .addObject()
                .put("operatorName", "IsMemberOf");
        assertTrue(invalid().startsWith("The scope is no valid filter: "));
    }

    @Test
    void aMappingIsNotTooLarge() {
        for (int i = 0; i < 500; i++) {
            users.map("city", "[city]");
        }
        assertEquals(500, users.create().size() + 500);
        users.map("city", "[city]");
        assertTrue(invalid().contains("500 attribute mappings"));
    }

    @Test
    void expressionsAreNotTooLongTogether() {
        String expression = "\"" + "x".repeat(9_998) + "\"";
        for (int i = 0; i < 10; i++) {
            users.map("city", expression);
        }
        users.plan();
        users.map("state", "[x]");
        assertTrue(invalid().contains("100000 characters"));
    }

    @Test
    void aSchemaMapsUsers() {
        users.mapping.put("sourceObjectName", "user");
        users.plan();
        users.mapping.put("sourceObjectName", "Group");
        assertEquals("The schema maps no users.", invalid());
    }
}
