package io.tenantry.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tenantry.error.GraphError;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import org.junit.jupiter.api.Test;

class AccessSettingsTest {
    private final Entity partner = PolicyObjects.keyedByTenant(PolicyObjects.PARTNER, "", "t");

    @Test
    void aLeafThatIsSetKeepsTheOtherLeaves() {
        apply("{'automaticUserConsentSettings':{'outboundAllowed':true}}");
        apply("{'automaticUserConsentSettings':{'inboundAllowed':true}}");

        assertSetting("automaticUserConsentSettings", "{'inboundAllowed':true,'outboundAllowed':true}");
    }

    @Test
    void leavesThatWereNeverSetAreNull() {
        apply("{'inboundTrust':{'isMfaAccepted':true}}");

        assertSetting(
                "inboundTrust",
                "{'isMfaAccepted':true,'isCompliantDeviceAccepted':null,'isHybridAzureADJoinedDeviceAccepted':null}");
    }

    @Test
    void nullBringsInheritanceBack() {
        apply("{'inboundTrust':{'isMfaAccepted':true}}");
        apply("{'inboundTrust':null}");

        assertNull(partner.get("inboundTrust"));
    }

    @Test
    void consentIsServedAsAnObjectEvenWhenItIsSetToNull() {
        apply("{'automaticUserConsentSettings':{'inboundAllowed':true}}");
        apply("{'automaticUserConsentSettings':null}");

        assertSetting("automaticUserConsentSettings", "{'inboundAllowed':null,'outboundAllowed':null}");
    }

    @Test
    void aHalfOfASettingKeepsTheOtherHalf() {
        apply("{'b2bCollaborationInbound':{'applications':" + half("blocked", "AllApplications", "application") + "}}");
        apply("{'b2bCollaborationInbound':{'usersAndGroups':" + half("allowed", "AllUsers", "user") + "}}");

        assertSetting(
                "b2bCollaborationInbound",
                "{'usersAndGroups':" + half("allowed", "AllUsers", "user") + ",'applications':"
                        + half("blocked", "AllApplications", "application") + "}");
    }

    @Test
    void targetsAreReplacedNotMerged() {
        apply("{'b2bDirectConnectInbound':{'usersAndGroups':" + half("allowed", "AllUsers", "user") + "}}");
        String group = half("blocked", "c7b0f3f4-11aa-4a3e-9d02-5f3f0a6b8e10", "group");
        apply("{'b2bDirectConnectInbound':{'usersAndGroups':" + group + "}}");

        assertSetting("b2bDirectConnectInbound", "{'usersAndGroups':" + group + ",'applications':null}");
    }

    @Test
    void devicesOfTenantRestrictionsStayNull() {
        apply("{'tenantRestrictions':{'devices':{'mode':'allowed','rule':'x'}}}");

        assertSetting("tenantRestrictions", "{'devices':null,'usersAndGroups':null,'applications':null}");
    }

    @Test
    void aKeywordStandsOnlyWhereItsTypeFits() {
        assertRefused("usersAndGroups", half("allowed", "AllUsers", "group"), "UsersAndGroups");
        assertRefused("usersAndGroups", half("allowed", "AllApplications", "application"), "UsersAndGroups");
        assertRefused("applications", half("allowed", "AllUsers", "user"), "Applications");
        apply("{'b2bCollaborationInbound':{'applications':" + half("allowed", "AllMicrosoftApps", "application")
                + "}}");
    }

    @Test
    void aTargetThatIsNoKeywordIsAGuid() {
        assertRefused("applications", half("allowed", "SharePoint", "application"), "Applications");
    }

    private void assertRefused(String name, String half, String named) {
        GraphError error = assertThrows(
                GraphError.class, () -> apply("{'b2bCollaborationInbound':{'" + name + "':" + half + "}}"));
        assertEquals(400, error.status());
        assertEquals("Found invalid target for " + named, error.getMessage());
    }

    private void apply(String body) {
        AccessSettings.apply(partner, Json.parseObject(body.replace('\'', '"')));
    }

    private void assertSetting(String name, String expected) {
        assertEquals(Json.parse(expected.replace('\'', '"')), partner.get(name));
    }

    private static String half(String access, String target, String type) {
        return "{'accessType':'" + access + "','targets':[{'target':'" + target + "','targetType':'" + type + "'}]}";
    }
}
