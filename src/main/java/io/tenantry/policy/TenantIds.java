package io.tenantry.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;

/** Ids of tenants as requests carry them. */
final class TenantIds {
    private static final String KEY = "tenantId";

    private TenantIds() {}

    /** The {@code tenantId} of a body that must have one, lower case. */
    static String required(ObjectNode body) {
        return required(body, KEY);
    }

    static String required(ObjectNode body, String property) {
        return required(property, body.path(property).asText(null));
    }

    static String required(String property, String sent) {
        if (sent == null || sent.isEmpty()) {
            throw PolicyErrors.required(property);
        }
        if (!Ids.isGuid(sent)) {
            throw PolicyErrors.invalidValue(property);
        }
        return Ids.canonical(sent);
    }

    /** cross-tenant-access-policy.md §3.5: the key of a sync policy comes from the URL. Clients that send it along are let pass. */
    static void refuseOther(ObjectNode body, String tenantId) {
        String sent = body.path(KEY).asText(tenantId);
        if (!Ids.canonical(sent).equals(tenantId)) {
            throw PolicyErrors.readOnly(KEY);
        }
        body.remove(KEY);
    }
}
