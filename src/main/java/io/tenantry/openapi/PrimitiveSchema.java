package io.tenantry.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;

/** The primitive types of OData in JSON Schema. */
final class PrimitiveSchema {
    private PrimitiveSchema() {}

    static ObjectNode of(String type, boolean nullable) {
        return switch (type) {
            case "Edm.Boolean" -> schema("boolean", nullable);
            case "Edm.Int16", "Edm.Int32" -> schema("integer", nullable).put("format", "int32");
            case "Edm.Int64" -> schema("integer", nullable).put("format", "int64");
            case "Edm.Single", "Edm.Double", "Edm.Decimal" -> schema("number", nullable);
            case "Edm.Guid" -> schema("string", nullable).put("format", "uuid");
            case "Edm.DateTimeOffset" -> schema("string", nullable).put("format", "date-time");
            case "Edm.Date" -> schema("string", nullable).put("format", "date");
            case "Edm.TimeOfDay" -> schema("string", nullable).put("format", "time");
            case "Edm.Duration" -> schema("string", nullable).put("format", "duration");
            case "Edm.Binary", "Edm.Stream" -> schema("string", nullable).put("contentEncoding", "base64");
            case "Edm.String" -> schema("string", nullable);
            default -> throw new IllegalArgumentException("no schema for " + type);
        };
    }

    private static ObjectNode schema(String type, boolean nullable) {
        ObjectNode schema = Json.object();
        if (nullable) {
            schema.putArray("type").add(type).add("null");
        } else {
            schema.put("type", type);
        }
        return schema;
    }
}
