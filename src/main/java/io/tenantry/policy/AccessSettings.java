package io.tenantry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.format.Merge;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings that default, partners and templates have in common, and how a PATCH changes them (cross-tenant-access-policy.md §3.3,
 * §3.4, §4.4): omitted: unchanged; null: inherit; complex values merge member by member, {@code targets} and other lists are replaced.
 */
final class AccessSettings {
    private static final List<String> DIRECTIONS = List.of("inboundAllowed", "outboundAllowed");
    private static final List<String> HALVES = List.of("usersAndGroups", "applications");

    /** Members of each setting; those that were never set are stored as null, since clients read null as "inherited". */
    private static final Map<String, List<String>> MEMBERS = Map.ofEntries(
            Map.entry(
                    "inboundTrust",
                    List.of("isMfaAccepted", "isCompliantDeviceAccepted", "isHybridAzureADJoinedDeviceAccepted")),
            Map.entry("automaticUserConsentSettings", DIRECTIONS),
            Map.entry("crossCloudMeetingConfiguration", DIRECTIONS),
            Map.entry("protectedContentSharing", DIRECTIONS),
            Map.entry("b2bCollaborationInbound", HALVES),
            Map.entry("b2bCollaborationOutbound", HALVES),
            Map.entry("b2bDirectConnectInbound", HALVES),
            Map.entry("b2bDirectConnectOutbound", HALVES),
            Map.entry("tenantRestrictions", List.of("devices", "usersAndGroups", "applications")),
            Map.entry("m365CollaborationInbound", List.of("users")),
            Map.entry("m365CollaborationOutbound", List.of("usersAndGroups")),
            Map.entry("appServiceConnectInbound", List.of("applications")),
            Map.entry(
                    "invitationRedemptionIdentityProviderConfiguration",
                    List.of("primaryIdentityProviderPrecedenceOrder", "fallbackIdentityProvider")),
            Map.entry("userSyncInbound", List.of("isSyncAllowed")),
            Map.entry("groupSyncInbound", List.of("isSyncAllowed")),
            Map.entry("roleEnabledGroupSyncInbound", List.of("isSyncAllowed")));

    /** Served as an object with null leaves where nothing is set (cross-tenant-access-policy.md §3.3). */
    static final Set<String> ALWAYS_SERVED =
            Set.of("automaticUserConsentSettings", "crossCloudMeetingConfiguration", "protectedContentSharing");

    private AccessSettings() {}

    /** Applies a body to an entity. Refuses targets that do not fit. */
    static void apply(Entity entity, ObjectNode body) {
        body.properties().forEach(field -> apply(entity, field.getKey(), field.getValue()));
    }

    private static void apply(Entity entity, String name, JsonNode value) {
        if (value instanceof ObjectNode changes && MEMBERS.containsKey(name)) {
            AccessTargets.check(changes);
            ObjectNode merged = current(entity, name);
            Merge.withNulls(merged, changes);
            if (name.equals("tenantRestrictions")) {
                // cross-tenant-access-policy.md §3.4: not honoured by the service yet, always null
                merged.putNull("devices");
            }
            entity.set(name, merged);
        } else if (value.isNull() && ALWAYS_SERVED.contains(name)) {
            entity.set(name, empty(name));
        } else {
            entity.set(name, value);
        }
    }

    /** A setting without any value. */
    static ObjectNode empty(String name) {
        ObjectNode empty = Json.object();
        MEMBERS.get(name).forEach(empty::putNull);
        return empty;
    }

    private static ObjectNode current(Entity entity, String name) {
        return entity.get(name) instanceof ObjectNode current ? current.deepCopy() : empty(name);
    }
}
