package io.tenantry.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectivePolicyTest {
    private final ObjectNode defaults = SystemDefault.properties();

    @Test
    void withoutAPartnerTheDefaultHolds() {
        ((ObjectNode) defaults.get("inboundTrust")).put("isMfaAccepted", true);

        assertTrue(new EffectivePolicy(defaults, MissingNode.getInstance()).flag("inboundTrust", "isMfaAccepted"));
    }

    @Test
    void aPartnerWinsOverTheDefaultBothWays() {
        ((ObjectNode) defaults.get("inboundTrust")).put("isMfaAccepted", true);

        EffectivePolicy policy = partner("{'inboundTrust':{'isMfaAccepted':false,'isCompliantDeviceAccepted':true}}");

        assertFalse(policy.flag("inboundTrust", "isMfaAccepted"));
        assertTrue(policy.flag("inboundTrust", "isCompliantDeviceAccepted"));
    }

    @Test
    void aLeafThatIsNullIsInheritedAlone() {
        ((ObjectNode) defaults.get("inboundTrust")).put("isMfaAccepted", true);

        assertTrue(partner("{'inboundTrust':{'isMfaAccepted':null}}").flag("inboundTrust", "isMfaAccepted"));
    }

    @Test
    void aHalfThatIsNullIsInheritedAlone() {
        AccessRule rule = partner("{'b2bDirectConnectInbound':{'usersAndGroups':{'accessType':'allowed','targets':"
                        + "[{'target':'AllUsers','targetType':'user'}]},'applications':null}}")
                .rule("b2bDirectConnectInbound");

        assertTrue(rule.usersAllowed());
        assertFalse(rule.applicationsAllowed());
        assertEquals(Set.of("allapplications"), rule.applications());
    }

    @Test
    void aDefaultThatWasEmptiedFallsBackToTheSystem() {
        defaults.putNull("b2bCollaborationInbound");

        AccessRule rule = new EffectivePolicy(defaults, MissingNode.getInstance()).rule("b2bCollaborationInbound");

        assertTrue(rule.usersAllowed());
        assertEquals(Set.of("allusers"), rule.users());
    }

    /** cross-tenant-access-policy.md §6.3; the last two columns of a row never matter. */
    @ParameterizedTest
    @CsvSource({
        "true,  true,  false, false, true",
        "true,  false, true,  true,  false",
        "true,  null,  true,  true,  false",
        "false, true,  true,  true,  false",
        "null,  true,  true,  true,  false",
        "null,  null,  true,  true,  false",
    })
    void redemptionIsAutomaticWhereHomeConsentsOutboundAndResourceInbound(
            String homeOutbound,
            String resourceInbound,
            String homeInbound,
            String resourceOutbound,
            boolean expected) {
        EffectivePolicy home = consent(homeInbound, homeOutbound);
        EffectivePolicy resource = consent(resourceInbound, resourceOutbound);

        assertEquals(expected, EffectivePolicy.redeemsAutomatically(home, resource));
    }

    private EffectivePolicy consent(String inbound, String outbound) {
        return partner("{'automaticUserConsentSettings':{'inboundAllowed':" + inbound + ",'outboundAllowed':" + outbound
                + "}}");
    }

    private EffectivePolicy partner(String json) {
        return new EffectivePolicy(defaults, Json.parse(json.replace('\'', '"')));
    }
}
