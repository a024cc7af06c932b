package io.tenantry.directory.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditEvent;
import io.tenantry.format.Json;
import io.tenantry.format.PascalCase;
import io.tenantry.store.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Audit entries of directory objects with what was modified (directory.md §16.1). */
public final class ObjectAudit {
    /** Kept for the server's own use, or following from what is written; the log does not tell them. */
    private static final Set<String> SILENT = Set.of(
            HiddenProperties.PASSWORD,
            HiddenProperties.BINDING,
            HiddenProperties.SIGN_INS,
            HiddenProperties.INVITER,
            "id",
            "deletedDateTime",
            "membershipRuleProcessingStatus");

    private ObjectAudit() {}

    public static AuditEvent added(String activity, String category, Entity object) {
        return modified(AuditEvent.of(activity, category, "Add").target(object), Json.object(), object);
    }

    public static AuditEvent updated(String activity, String category, ObjectNode before, Entity object) {
        return modified(AuditEvent.of(activity, category, "Update").target(object), before, object);
    }

    public static AuditEvent plain(String activity, String category, String operation, Entity object) {
        return AuditEvent.of(activity, category, operation).target(object);
    }

    /** The old and the new value of each property that differs, as arrays in JSON text; then the list of their names. */
    private static AuditEvent modified(AuditEvent event, ObjectNode before, Entity object) {
        List<String> names = new ArrayList<>();
        for (String name : namesOf(before, object.properties())) {
            JsonNode old = before.get(name);
            JsonNode now = object.get(name);
            if (!SILENT.contains(name) && !Objects.equals(old, now)) {
                names.add(PascalCase.of(name));
                event.modified(PascalCase.of(name), values(old), values(now));
            }
        }
        event.modified("Included Updated Properties", null, Json.quoted(String.join(", ", names)));
        if (object.type().equals("user")) {
            event.modified("TargetId.UserType", null, Json.quoted(String.valueOf(object.text("userType"))));
        }
        return event;
    }

    private static Set<String> namesOf(ObjectNode before, ObjectNode after) {
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String values(JsonNode value) {
        if (value instanceof ArrayNode) {
            return Json.write(value);
        }
        ArrayNode values = Json.array();
        return Json.write(value == null ? values : values.add(value));
    }
}
