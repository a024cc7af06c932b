package io.tenantry.provisioning.mapping;

import static io.tenantry.provisioning.mapping.UserMapping.EXTENSION;
import static io.tenantry.provisioning.mapping.UserMapping.modified;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.format.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each attribute of a user of the target takes, and how it is held there (provisioning-engine.md §4). */
class MappedValuesTest {
    private final UserMapping users = new UserMapping();

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

    /** Graph would not take them from anybody else (directory.md §3.2, §11). */
    @ParameterizedTest
    @CsvSource({
        "displayName, 256",
        "department, 64",
        "employeeId, 16",
        "postalCode, 40",
        "telephoneNumber, 64",
        "mobile, 64",
        "extensionAttribute1, 1024",
        EXTENSION + "x, 256"
    })
    void aValueHasRoomInTheTarget(String attribute, int longest) {
        users.extensions.put(EXTENSION + "x", "String");
        users.map(attribute, "[streetAddress]");
        users.source.set("streetAddress", "x".repeat(longest));
        assertEquals(1, users.create().size());
        users.source.set("streetAddress", "x".repeat(longest + 1));
        assertEquals("UnprocessableEntity", users.failure());
    }

    @ParameterizedTest
    @CsvSource({"usageLocation, Portugal, PT", "ageGroup, young, Adult", "mailNickname, a na, ana"})
    void aValueHasTheFormThatTheTargetTakes(String attribute, String wrong, String right) {
        users.map(attribute, "[city]");
        users.source.set("city", wrong);
        assertEquals("UnprocessableEntity", users.failure());
        users.source.set("city", right);
        assertEquals(1, users.create().size());
    }

    @ParameterizedTest
    @CsvSource({"ana", "@alder.example", "ana@", "a@b@c", "'a na@alder.example'", "åna@alder.example"})
    void whatIsNoAddressFails(String mail) {
        users.map("mail", "[mail]");
        users.source.set("mail", mail);
        assertEquals("InvitationCreationFailureInvalidPropertyValue", users.failure());
    }

    @Test
    void theUserTypeIsOneOfTwo() {
        users.map("userType", "Coalesce([city], \"Member\")");
        assertEquals(List.of(modified("userType", null, "Member")), users.create());
        users.source.set("city", "Guest");
        assertEquals(List.of(modified("userType", "Member", "Guest")), users.update());
        users.source.set("city", "member");
        assertEquals("InvitationCreationFailureInvalidPropertyValue", users.failure());
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
        assertEquals("UnprocessableEntity", users.failure());
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
        "Integer, 2147483647, 2147483647",
        "Integer, -2147483648, -2147483648",
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
    @CsvSource({
        "Boolean, yes",
        "Integer, 1.5",
        "Integer, 2147483648",
        "Integer, -2147483649",
        "LargeInteger, many",
        "DateTime, soon",
        "Binary, no base64"
    })
    void anExtensionTakesNothingElse(String dataType, String text) {
        users.extensions.put(EXTENSION + "x", dataType);
        users.map(EXTENSION + "x", "[city]");
        users.source.set("city", text);
        assertEquals("UnprocessableEntity", users.failure());
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
        assertEquals("SchemaPropertyCanOnlyAcceptValue", users.failure());
        users.source.set("city", "a");
        assertEquals("a", users.values().text("city"));
    }
}
