package io.tenantry.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.odata.edm.EnumType;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The schemas of one document: whatever is referred to is described, and nothing else. */
final class SchemaComponents {
    private final GraphModel model;
    private final Map<String, ObjectNode> described = new TreeMap<>();
    /** Descriptions refer to further types: what they ask for is described after them, not within. */
    private final Deque<Runnable> due = new ArrayDeque<>();

    SchemaComponents(GraphModel model) {
        this.model = model;
    }

    /** A value of a property, parameter or result. In collections it is the elements that may be null. */
    ObjectNode of(TypeRef type, boolean nullable) {
        ObjectNode one = type.kind() == TypeRef.Kind.PRIMITIVE
                ? PrimitiveSchema.of(type.name(), nullable)
                : nullable ? orNull(named(type)) : named(type);
        return type.collection() ? list(one) : one;
    }

    ObjectNode of(StructuredType type) {
        return reference("microsoft.graph." + type.name(), () -> new StructuredSchema(model, this, type).describe());
    }

    /** A page of entities. */
    ObjectNode page(StructuredType type) {
        return reference(
                "microsoft.graph." + type.name() + "CollectionResponse", () -> collection(of(type), "@odata.nextLink"));
    }

    /** A page of changes; what is gone carries {@code @removed}. */
    ObjectNode delta(StructuredType type) {
        return reference("microsoft.graph." + type.name() + "DeltaResponse", () -> {
            ObjectNode removed = Json.parseObject(
                    """
                    {"type": "object", "properties": {"@removed": {"type": "object", "properties": {"reason": {"type": "string"}}}}}""");
            ObjectNode item = Json.object();
            item.putArray("allOf").add(of(type)).add(removed);
            return collection(item, "@odata.nextLink", "@odata.deltaLink");
        });
    }

    private static ObjectNode collection(ObjectNode item, String... links) {
        ObjectNode page = Json.object().put("type", "object");
        ObjectNode properties = page.putObject("properties");
        properties.set("@odata.context", PrimitiveSchema.of("Edm.String", false));
        properties.set("@odata.count", PrimitiveSchema.of("Edm.Int64", false));
        for (String link : links) {
            properties.set(link, PrimitiveSchema.of("Edm.String", false));
        }
        properties.set("value", list(item));
        return page;
    }

    /** What is not an object stands under {@code value}. */
    static ObjectNode wrapped(ObjectNode value) {
        ObjectNode wrapper = Json.object().put("type", "object");
        wrapper.putObject("properties").set("value", value);
        return wrapper;
    }

    /** Everything that was referred to, by name. */
    ObjectNode all() {
        while (!due.isEmpty()) {
            due.remove().run();
        }
        ObjectNode all = Json.object();
        described.forEach(all::set);
        return all;
    }

    private ObjectNode named(TypeRef type) {
        return type.kind() == TypeRef.Kind.ENUM
                ? reference("microsoft.graph." + type.name(), () -> enumeration(model.enumType(type.name())))
                : of(model.type(type.name()));
    }

    private static ObjectNode enumeration(EnumType type) {
        ObjectNode schema = Json.object().put("type", "string");
        if (type.flags()) {
            return schema.put(
                    "description",
                    "Joined by commas: " + String.join(", ", type.members().values()));
        }
        schema.set("enum", Json.array(type.members().values()));
        return schema;
    }

    private ObjectNode reference(String name, Supplier<ObjectNode> description) {
        if (!described.containsKey(name)) {
            described.put(name, Json.object());
            due.add(() -> described.put(name, description.get()));
        }
        return Json.object().put("$ref", "#/components/schemas/" + name);
    }

    private static ObjectNode orNull(ObjectNode schema) {
        ObjectNode either = Json.object();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }

    static ObjectNode list(ObjectNode items) {
        ObjectNode list = Json.object().put("type", "array");
        list.set("items", items);
        return list;
    }
}
