package io.tenantry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What every tenant's default configuration says until it is changed (cross-tenant-access-policy.md §3.2). */
final class SystemDefault {
    private static final ObjectNode DOCUMENT = load("/policy/system-default.json");

    private SystemDefault() {}

    /** All properties but {@code id}. */
    static ObjectNode properties() {
        return DOCUMENT.deepCopy();
    }

    /** One property; null where the system default has none. */
    static JsonNode property(String name) {
        JsonNode value = DOCUMENT.get(name);
        return value == null ? null : value.deepCopy();
    }

    private static ObjectNode load(String resource) {
        try (InputStream in = SystemDefault.class.getResourceAsStream(resource)) {
            return (ObjectNode) Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
