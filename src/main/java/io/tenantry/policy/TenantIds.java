package io.tenantry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.store.Ids;

/** The key of partners, sync policies and members as bodies carry it. */
final class TenantIds {
    private static final String NAME = "tenantId";

    private TenantIds() {}

    /** The GUID of a body that must have one, lower case. */
    static String required(JsonNode sent) {
        return required(NAME, sent);
    }

    static String required(String property, JsonNode sent) {
        if (sent == null || sent.isNull() || sent.asText().isEmpty()) {
            throw PolicyErrors.required(property);
        }
        if (!Ids.isGuid(sent.asText())) {
            throw PolicyErrors.invalidValue(property);
        }
        return Ids.canonical(sent.asText());
    }

    /** §4.4: the key never changes. Clients that send back what they read are let pass. */
    static void refuseOther(ObjectNode body, String tenantId) {
        JsonNode sent = body.remove(NAME);
        if (sent != null && !Ids.canonical(sent.asText()).equals(tenantId)) {
            throw PolicyErrors.readOnly(NAME);
        }
    }
}
