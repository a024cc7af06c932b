package io.tenantry.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import java.util.List;
import java.util.Optional;

/** An entity or complex type: its own members, below those of its base. */
final class StructuredSchema {
    private static final String ENTITY = "entity";

    private final GraphModel model;
    private final SchemaComponents schemas;
    private final StructuredType type;
    private final Optional<StructuredType> base;

    StructuredSchema(GraphModel model, SchemaComponents schemas, StructuredType type) {
        this.model = model;
        this.schemas = schemas;
        this.type = type;
        this.base = type.lineage().stream().skip(1).findFirst().map(model::type);
    }

    ObjectNode describe() {
        ObjectNode schema = base.isEmpty() ? own() : Json.object();
        base.ifPresent(above -> schema.putArray("allOf").add(schemas.of(above)).add(own()));
        List<StructuredType> derived = derived();
        if (!derived.isEmpty()) {
            ObjectNode mapping = schema.putObject("discriminator")
                    .put("propertyName", "@odata.type")
                    .putObject("mapping");
            derived.forEach(below -> mapping.set(
                    "#microsoft.graph." + below.name(), schemas.of(below).get("$ref")));
        }
        return schema;
    }

    /** What answers may hold in place of the type. Nothing is declared to be just an entity. */
    private List<StructuredType> derived() {
        return model.types().stream()
                .filter(other ->
                        other != type && other.isA(type.name()) && !type.name().equals(ENTITY))
                .toList();
    }

    private ObjectNode own() {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = Json.object();
        if (base.isEmpty()) {
            properties.set("@odata.type", PrimitiveSchema.of("Edm.String", false));
        }
        type.properties().stream()
                .filter(property ->
                        base.flatMap(b -> b.property(property.name())).isEmpty())
                .forEach(property -> properties.set(property.name(), property(property)));
        type.navigations().stream()
                .filter(navigation -> !type.unexpanded())
                .filter(navigation ->
                        base.flatMap(b -> b.navigation(navigation.name())).isEmpty())
                .forEach(navigation -> properties.set(navigation.name(), navigation(navigation)));
        schema.set("properties", properties);
        return schema;
    }

    private ObjectNode property(Property property) {
        ObjectNode schema = schemas.of(property.type(), property.nullable());
        if (property.set() == Property.Settable.NEVER) {
            schema.put("readOnly", true);
        }
        if (property.selectOnly()) {
            schema.put("description", "Answered only when selected.");
        }
        return schema;
    }

    private ObjectNode navigation(Navigation navigation) {
        ObjectNode target = schemas.of(model.type(navigation.target()));
        return (navigation.collection() ? SchemaComponents.list(target) : target)
                .put("description", "Answered only when expanded.");
    }
}
