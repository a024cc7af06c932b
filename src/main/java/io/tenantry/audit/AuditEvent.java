package io.tenantry.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.format.PascalCase;
import io.tenantry.store.Entity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a directory audit entry says happened (directory.md §16). */
public final class AuditEvent {
    final String activity;
    final String category;
    final String operationType;
    String service = "Core Directory";
    String result = "success";
    String resultReason = "";
    String idPrefix = "Directory";
    String correlation;
    final List<ObjectNode> targets = new ArrayList<>();
    final Map<String, String> details = new LinkedHashMap<>();

    private AuditEvent(String activity, String category, String operationType) {
        this.activity = activity;
        this.category = category;
        this.operationType = operationType;
    }

    /**
     * @param activity name as the activity reference has it
     * @param operationType Add, Update, Delete, Assign, Unassign or empty
     */
    public static AuditEvent of(String activity, String category, String operationType) {
        return new AuditEvent(activity, category, operationType);
    }

    /** What the provisioning service notes in the source (synchronization-api.md §12); its entries have ids that begin with {@code Sync}. */
    public static AuditEvent ofProvisioning(String activity) {
        AuditEvent event = new AuditEvent(activity, "ProvisioningManagement", "").by("Account Provisioning");
        event.idPrefix = "Sync";
        return event;
    }

    public AuditEvent by(String loggedByService) {
        this.service = loggedByService;
        return this;
    }

    /** The change that the event belongs to, where events of several changes are recorded at once. */
    public AuditEvent correlated(String correlationId) {
        this.correlation = correlationId;
        return this;
    }

    public AuditEvent failed(String reason) {
        this.result = "failure";
        this.resultReason = reason;
        return this;
    }

    public AuditEvent because(String reason) {
        this.resultReason = reason;
        return this;
    }

    /** A directory object as target; its type, and of a group the kind, are told by the entity (directory.md §16.1). */
    public AuditEvent target(Entity entity) {
        target(typeOf(entity), entity.id(), entity.text("displayName"), entity.text("userPrincipalName"));
        if (entity.type().equals("group")) {
            String kind = entity.texts("groupTypes").contains("Unified") ? "unifiedGroups" : "azureAD";
            targets.get(targets.size() - 1).put("groupType", kind);
        }
        return this;
    }

    private static String typeOf(Entity entity) {
        return switch (entity.type()) {
            case "application" -> "App";
            case "directoryRole" -> "Role";
            default -> PascalCase.of(entity.type());
        };
    }

    public AuditEvent target(String type, String id, String displayName, String userPrincipalName) {
        ObjectNode target = Json.object();
        target.put("id", id);
        target.put("displayName", displayName);
        target.put("type", type);
        target.put("userPrincipalName", userPrincipalName);
        target.putNull("groupType");
        target.putArray("modifiedProperties");
        targets.add(target);
        return this;
    }

    /** A modified property of the target named last; values are JSON text, null for none. */
    public AuditEvent modified(String name, String oldJson, String newJson) {
        ArrayNode modified = (ArrayNode) targets.get(targets.size() - 1).get("modifiedProperties");
        modified.addObject().put("displayName", name).put("oldValue", oldJson).put("newValue", newJson);
        return this;
    }

    public AuditEvent detail(String key, String value) {
        details.put(key, value);
        return this;
    }
}
