package io.tenantry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.policy.EffectiveSetting.Source;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.List;

/**
 * What holds in one tenant for one other: its partner configuration where that says something, else its default, else the system default
 * (cross-tenant-access-policy.md §6.1). Decided for each leaf of consent and trust and for each half of the other settings.
 */
public final class EffectivePolicy {
    private static final List<String> LEVELS = List.of("partner", "default", "system default");

    private final List<JsonNode> levels;

    /** {@code partner} may be a {@link MissingNode}: no configuration for that tenant. */
    EffectivePolicy(ObjectNode defaults, JsonNode partner) {
        this.levels = List.of(partner, defaults, SystemDefault.properties());
    }

    /** What holds in the session's tenant for another one. */
    public static EffectivePolicy of(Session session, String otherTenantId) {
        return of(
                session,
                PolicyObjects.partner(session, otherTenantId)
                        .<JsonNode>map(Entity::properties)
                        .orElseGet(MissingNode::getInstance));
    }

    static EffectivePolicy of(Session session, JsonNode partner) {
        ObjectNode defaults = PolicyObjects.single(session, PolicyObjects.DEFAULT)
                .map(Entity::properties)
                .orElseGet(SystemDefault::properties);
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

    /** A leaf of consent, with its value and the level that it comes from. */
    public String told(String setting, String leaf) {
        return setting + "." + leaf + " " + flag(setting, leaf) + " (" + LEVELS.get(level(setting, leaf)) + ")";
    }

    /** A leaf or a half of a setting with its source. What a default says as the system does, counts as the system's. */
    EffectiveSetting setting(String setting, String member) {
        int level = level(setting, member);
        JsonNode value = member(setting, member);
        boolean ofSystem = level > 0 && value.equals(levels.get(2).path(setting).path(member));
        return new EffectiveSetting(
                setting + "." + member, value, level == 0 ? Source.PARTNER : ofSystem ? Source.SYSTEM : Source.DEFAULT);
    }

    private static boolean isSet(JsonNode value) {
        return !value.isMissingNode()
                && !value.isNull()
                && (!value.isObject() || value.path("accessType").isTextual());
    }

    /** A setting with both halves: {@code b2bCollaborationInbound} and its like. */
    public AccessRule rule(String setting) {
        return AccessRule.of(member(setting, "usersAndGroups"), member(setting, "applications"));
    }

    /** Where neither partner nor default says anything, the system does. */
    private int level(String setting, String member) {
        int level = 0;
        while (level < LEVELS.size() - 1
                && !isSet(levels.get(level).path(setting).path(member))) {
            level++;
        }
        return level;
    }

    private JsonNode member(String setting, String member) {
        return levels.get(level(setting, member)).path(setting).path(member);
    }
}
