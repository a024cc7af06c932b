package io.tenantry.policy;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.policy.EffectiveSetting.Source;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What holds in a tenant towards each partner, and towards everybody else, setting by setting. */
public final class AccessMatrix {
    private static final List<String> HALVES = List.of("usersAndGroups", "applications");
    private static final List<String> DIRECTIONS = List.of("inboundAllowed", "outboundAllowed");

    private static final List<Map.Entry<String, List<String>>> SETTINGS = List.of(
            Map.entry("b2bCollaborationInbound", HALVES),
            Map.entry("b2bCollaborationOutbound", HALVES),
            Map.entry("b2bDirectConnectInbound", HALVES),
            Map.entry("b2bDirectConnectOutbound", HALVES),
            Map.entry(
                    "inboundTrust",
                    List.of("isMfaAccepted", "isCompliantDeviceAccepted", "isHybridAzureADJoinedDeviceAccepted")),
            Map.entry("automaticUserConsentSettings", DIRECTIONS),
            Map.entry("tenantRestrictions", HALVES));

    private AccessMatrix() {}

    /** @param partner empty: everybody who is no partner */
    public record Row(Optional<String> partner, List<EffectiveSetting> settings) {}

    /** Of the session's tenant: first what holds for all others, then partner by partner. */
    public static List<Row> of(Session session) {
        ObjectNode defaults = PolicyObjects.single(session, PolicyObjects.DEFAULT)
                .map(Entity::properties)
                .orElseGet(SystemDefault::properties);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                Optional.empty(),
                settings(
                        new EffectivePolicy(defaults, MissingNode.getInstance()),
                        InboundSynchronization.NONE,
                        Source.SYSTEM)));
        for (Entity partner : session.children(PolicyObjects.PARTNER, "")) {
            Optional<Entity> synchronization = PolicyObjects.syncPolicy(session, partner.id());
            rows.add(new Row(
                    Optional.of(partner.id()),
                    settings(
                            new EffectivePolicy(defaults, partner.properties()),
                            synchronization.map(InboundSynchronization::of).orElse(InboundSynchronization.NONE),
                            synchronization.isPresent() ? Source.PARTNER : Source.SYSTEM)));
        }
        return rows;
    }

    /** @param source of what holds for synchronization */
    private static List<EffectiveSetting> settings(
            EffectivePolicy policy, InboundSynchronization inbound, Source source) {
        List<EffectiveSetting> settings = new ArrayList<>();
        SETTINGS.forEach(setting ->
                setting.getValue().forEach(member -> settings.add(policy.setting(setting.getKey(), member))));
        settings.add(synchronization("userSyncInbound", inbound.usersAllowed(), source));
        settings.add(synchronization("groupSyncInbound", inbound.groupsAllowed(), source));
        return settings;
    }

    private static EffectiveSetting synchronization(String direction, boolean allowed, Source source) {
        return new EffectiveSetting(
                "identitySynchronization." + direction + ".isSyncAllowed", BooleanNode.valueOf(allowed), source);
    }
}
