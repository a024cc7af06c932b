package io.tenantry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.List;

/**
 * What holds in one tenant for one other: its partner configuration where that says something, else its default, else the system default
 * (cross-tenant-access-policy.md §6.1). Decided for each leaf of consent and trust and for each half of the other settings.
 */
public final class EffectivePolicy {
    private final List<JsonNode> levels;

    /** {@code partner} may be a {@link MissingNode}: no configuration for that tenant. */
    EffectivePolicy(ObjectNode defaults, JsonNode partner) {
        this.levels = List.of(partner, defaults, SystemDefault.properties());
    }

    /** What holds in the session's tenant for another one. */
    public static EffectivePolicy of(Session session, String otherTenantId) {
        ObjectNode defaults = PolicyObjects.single(session, PolicyObjects.DEFAULT)
                .map(Entity::properties)
                .orElseGet(SystemDefault::properties);
        JsonNode partner = PolicyObjects.partner(session, otherTenantId)
                .<JsonNode>map(Entity::properties)
                .orElseGet(MissingNode::getInstance);
        return new EffectivePolicy(defaults, partner);
    }

    /**
     * Whether users of a home tenant redeem without consent prompt and mail in a resource tenant: only what the home says about outbound and
     * the resource about inbound counts (cross-tenant-access-policy.md §6.3).
     */
    public static boolean redeemsAutomatically(EffectivePolicy home, EffectivePolicy resource) {
        return home.consentsOutbound() && resource.consentsInbound();
    }

    public boolean consentsInbound() {
        return flag("automaticUserConsentSettings", "inboundAllowed");
    }

    public boolean consentsOutbound() {
        return flag("automaticUserConsentSettings", "outboundAllowed");
    }

    /** A leaf of a setting: {@code inboundTrust}, {@code isMfaAccepted}. */
    public boolean flag(String setting, String leaf) {
        return member(setting, leaf).asBoolean();
    }

    /** A setting with both halves: {@code b2bCollaborationInbound} and its like. */
    public AccessRule rule(String setting) {
        return AccessRule.of(member(setting, "usersAndGroups"), member(setting, "applications"));
    }

    private JsonNode member(String setting, String member) {
        return levels.stream()
                .map(level -> level.path(setting).path(member))
                .filter(value -> !value.isMissingNode() && !value.isNull())
                .filter(value -> !value.isObject() || value.path("accessType").isTextual())
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }
}
