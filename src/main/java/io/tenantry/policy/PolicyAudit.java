package io.tenantry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import java.util.Collection;

/**
 * Audit entries of this family (cross-tenant-access-policy.md §7, synchronization-api.md §12.2). Their one target is the tenant's policy,
 * whatever part of it was changed; monitoring queries read {@code modifiedProperties} by position.
 */
final class PolicyAudit {
    static final String ACCESS_SETTINGS = "CrossTenantAccessSettings";
    static final String SYNC_SETTINGS = "CrossTenantIdentitySyncSettings";

    private final GraphCall call;
    private final AuditEvent event;

    private PolicyAudit(GraphCall call, AuditEvent event) {
        this.call = call;
        this.event = event;
    }

    static PolicyAudit of(GraphCall call, String activity, String category, String operationType) {
        Entity policy = PolicyObjects.seeded(call.session(), PolicyObjects.POLICY);
        return new PolicyAudit(
                call,
                AuditEvent.of(activity, category, operationType)
                        .target("Policy", policy.id(), policy.text("displayName"), null));
    }

    /** A property that came or went with its object; the value of the other side is null. */
    PolicyAudit value(String name, String before, String after) {
        event.modified(name, Json.quoted(before), Json.quoted(after));
        return this;
    }

    /** Those of the properties that differ. */
    PolicyAudit changes(Collection<String> names, Entity before, Entity after) {
        for (String name : names) {
            JsonNode from = before == null ? null : before.get(name);
            JsonNode to = after == null ? null : after.get(name);
            if (from == null ? to != null : !from.equals(to)) {
                event.modified(name, text(from), text(to));
            }
        }
        return this;
    }

    void record() {
        AuditLog.record(call, event);
    }

    private static String text(JsonNode value) {
        return value == null ? null : Json.write(value);
    }
}
