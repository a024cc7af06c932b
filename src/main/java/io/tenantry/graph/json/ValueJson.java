package io.tenantry.graph.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import java.io.IOException;
import java.util.Map;

/** Writes property values. Complex ones come out with every declared member, null where the document has none, and nothing undeclared. */
final class ValueJson {
    private final GraphModel model;
    private final JsonGenerator json;

    ValueJson(GraphModel model, JsonGenerator json) {
        this.model = model;
        this.json = json;
    }

    void value(TypeRef type, JsonNode value) throws IOException {
        if (type.kind() == TypeRef.Kind.COMPLEX && value.isArray()) {
            json.writeStartArray();
            for (JsonNode element : value) {
                complex(model.type(type.name()), element);
            }
            json.writeEndArray();
        } else if (type.kind() == TypeRef.Kind.COMPLEX && value.isObject()) {
            complex(model.type(type.name()), value);
        } else {
            plain(value);
        }
    }

    /** Written by the generator itself: the mapper would look for a serializer, and flush, with every value. */
    private void plain(JsonNode value) throws IOException {
        switch (value.getNodeType()) {
            case NULL -> json.writeNull();
            case STRING -> json.writeString(value.textValue());
            case BOOLEAN -> json.writeBoolean(value.booleanValue());
            case ARRAY -> {
                json.writeStartArray();
                for (JsonNode element : value) {
                    plain(element);
                }
                json.writeEndArray();
            }
            default -> Json.MAPPER.writeTree(json, value);
        }
    }

    private void complex(StructuredType type, JsonNode value) throws IOException {
        if (!value.isObject()) {
            plain(value);
            return;
        }
        json.writeStartObject();
        members(type, value);
        json.writeEndObject();
    }

    /** The members alone, for an object that the caller has begun. */
    void members(TypeRef type, JsonNode value) throws IOException {
        if (type.kind() == TypeRef.Kind.COMPLEX) {
            members(model.type(type.name()), value);
        } else {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                json.writeFieldName(member.getKey());
                plain(member.getValue());
            }
        }
    }

    private void members(StructuredType type, JsonNode value) throws IOException {
        for (Property property : type.properties()) {
            if (property.selectOnly() && !value.has(property.name())) {
                continue;
            }
            JsonNode member = value.get(property.name());
            json.writeFieldName(property.name());
            value(property.type(), member == null || member.isNull() ? property.absent() : member);
        }
        for (Navigation navigation : type.navigations()) {
            if (value.path(navigation.name()).isObject()) {
                json.writeFieldName(navigation.name());
                complex(model.type(navigation.target()), value.get(navigation.name()));
            }
        }
        if (type.open() && !type.entity()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                if (type.property(member.getKey()).isEmpty()) {
                    json.writeFieldName(member.getKey());
                    plain(member.getValue());
                }
            }
        }
    }
}
