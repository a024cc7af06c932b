package io.tenantry.launcher.exported;

import static io.tenantry.launcher.exported.Exported.object;
import static io.tenantry.launcher.exported.Exported.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which kind of object one is: by its type where that is named, else by what it has and where it lies. */
record Kind(Map<String, Object> json, Path file) {
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Set<String> PARTNER = Set.of(
            "automaticUserConsentSettings",
            "b2bCollaborationInbound",
            "b2bCollaborationOutbound",
            "b2bDirectConnectInbound",
            "inboundTrust",
            "identitySynchronization",
            "isServiceProvider");

    void take(Exported exported) {
        String id = text(json, "id").toLowerCase(Locale.ROOT);
        String type = text(json, "@odata.type").replaceFirst("^#?microsoft\\.graph\\.", "");
        if (json.get("synchronizationRules") instanceof List<?>) {
            exported.schemas.put(Exported.place(file), json);
        } else if (json.containsKey("schedule") && json.containsKey("templateId")) {
            exported.jobs.put(Exported.place(file), json);
        } else if (json.get("verifiedDomains") instanceof List<?>) {
            exported.organization = json;
        } else if (!text(json, "tenantId").isEmpty()) {
            policy(exported, text(json, "tenantId").toLowerCase(Locale.ROOT));
        } else if (json.containsKey("principalId") && json.containsKey("resourceId")) {
            exported.assignments.add(json);
        } else if (json.containsKey("appId")) {
            if (json.containsKey("servicePrincipalType")) {
                exported.servicePrincipals.put(id, json);
            }
        } else if (isUser(type)) {
            user(exported, id);
        } else if (isGroup(type)) {
            group(exported, id);
        } else {
            reference(exported, id);
        }
    }

    private void policy(Exported exported, String tenantId) {
        if (json.get("identitySynchronization") instanceof Map<?, ?> policy) {
            exported.synchronizationPolicies.put(tenantId, object(policy));
        }
        if (json.containsKey("userSyncInbound")) {
            exported.synchronizationPolicies.put(tenantId, json);
        } else if (json.keySet().stream().anyMatch(PARTNER::contains)) {
            Exported.merge(exported.partners, tenantId, json);
        }
    }

    private boolean isUser(String type) {
        return type.equals("user")
                || type.isEmpty() && !text(json, "userPrincipalName").isEmpty();
    }

    private boolean isGroup(String type) {
        return type.equals("group")
                || type.isEmpty() && (json.containsKey("groupTypes") || json.containsKey("securityEnabled"));
    }

    private void user(Exported exported, String id) {
        requireId(id);
        reference(exported, id);
        if (!text(json, "userPrincipalName").isEmpty()) {
            Exported.merge(exported.users, id, json);
        }
    }

    private void group(Exported exported, String id) {
        requireId(id);
        reference(exported, id);
        if (!text(json, "displayName").isEmpty()) {
            Exported.merge(exported.groups, id, json);
            inline("members", id, exported.members);
            inline("owners", id, exported.owners);
        }
    }

    private void requireId(String id) {
        if (!GUID.matcher(id).matches()) {
            throw new UnusableExport(id.isEmpty() ? "an object has no id" : "the id '" + id + "' is no GUID");
        }
    }

    private void inline(String name, String group, Map<String, Set<String>> references) {
        if (json.get(name) instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> member) {
                    Exported.add(references, group, text(object(member), "id").toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    /** What lies below a group, or in a file that is named after it, belongs to it: {@code groups/{id}/members.json}. */
    private void reference(Exported exported, String id) {
        String path = file.toString().replace('\\', '/').toLowerCase(Locale.ROOT);
        Matcher ids = GUID.matcher(path);
        if (!ids.find() || ids.group().equals(id) || !GUID.matcher(id).matches()) {
            return;
        }
        String rest = path.substring(ids.end()) + path.substring(0, ids.start());
        if (rest.contains("member") && !rest.contains("memberof")) {
            Exported.add(exported.members, ids.group(), id);
        } else if (rest.contains("owner")) {
            Exported.add(exported.owners, ids.group(), id);
        }
    }
}
