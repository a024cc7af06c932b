package io.tenantry.provisioning.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.tenantry.format.Json;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.store.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users of the source under the names of its directory definition (provisioning-engine.md §4.3). */
class SourceAttributesTest {
    private final Entity user = Entity.of("user", "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9")
            .set("userPrincipalName", "ana@alder.example")
            .set("mobilePhone", "1")
            .set("officeLocation", "2")
            .set("faxNumber", "3")
            .set("businessPhones", List.of("4", "5"))
            .set("onPremisesSyncEnabled", true)
            .set("onPremisesSecurityIdentifier", "S-1")
            .set("proxyAddresses", List.of("SMTP:a@b", "smtp:c@d"))
            .set("extension_x_berth", "B7");

    private Value value(String name) {
        return new SourceAttributes(user, new Value.Role("1", "Pilot", "Pilots")).get(name);
    }

    @ParameterizedTest
    @CsvSource({
        "objectId, 0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
        "userPrincipalName, ana@alder.example",
        "originalUserPrincipalName, ana@alder.example",
        "mobile, 1",
        "physicalDeliveryOfficeName, 2",
        "facsimileTelephoneNumber, 3",
        "telephoneNumber, 4",
        "dirSyncEnabled, True",
        "onPremisesSecurityIdentifier, S-1",
        "proxyAddresses, 'SMTP:a@b, smtp:c@d'",
        "extension_x_berth, B7",
        "netId, 1003A4B5C6D7E8F9",
        "IsSoftDeleted, False",
        "alternativeSecurityIds, None",
        "userState, None",
        "appRoleAssignments, Pilot"
    })
    void attributesHaveTheNamesOfTheDirectory(String name, String text) {
        assertEquals(text, value(name).text());
    }

    @Test
    void whatIsNotThereIsNothing() {
        assertSame(Value.NOTHING, value("city"));
        assertSame(Value.NOTHING, value("extensionAttribute1"));
        assertSame(Value.NOTHING, value("employeeOrgData.costCenter"));
        assertSame(Value.NOTHING, new SourceAttributes(user, Value.NOTHING).get("appRoleAssignments"));
        user.set("otherMails", List.of()).set("city", (String) null);
        assertSame(Value.NOTHING, value("otherMails"));
        assertSame(Value.NOTHING, value("city"));
    }

    @Test
    void complexPropertiesAreReachedByADot() {
        user.properties().putObject("employeeOrgData").put("costCenter", "K1");
        user.properties().putObject("onPremisesExtensionAttributes").put("extensionAttribute7", "seven");
        user.properties().put("employeeId", 12);
        assertEquals("K1", value("employeeOrgData.costCenter").text());
        assertEquals("seven", value("extensionAttribute7").text());
        assertEquals(new Value.Whole(12), value("employeeId"));
    }

    @Test
    void whoComesFromElsewhereHasAnIdOfAnother() {
        user.set("creationType", "Invitation").set("externalUserState", "PendingAcceptance");
        assertEquals("(1 values)", value("alternativeSecurityIds").text());
        assertEquals("PendingAcceptance", value("userState").text());
    }

    @Test
    void aPhoneForSigningInIsAnIdOfAnother() {
        user.set("identities", Json.parse("[{\"signInType\":\"userPrincipalName\"}]"));
        assertEquals("None", value("alternativeSecurityIds").text());
        user.set("identities", Json.parse("[{\"signInType\":\"userPrincipalName\"},{\"signInType\":\"phoneNumber\"}]"));
        assertEquals("(1 values)", value("alternativeSecurityIds").text());
    }

    @Test
    void whoIsDeletedIsSoftDeleted() {
        user.set("deletedDateTime", "2026-03-02T12:00:00Z");
        assertEquals("True", value("IsSoftDeleted").text());
    }
}
