package io.tenantry.odata.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.Operation;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Entity;
import io.tenantry.store.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a body against a type: every name is one of the type's, every value fits, nothing read-only is set. What comes out has the Edm's
 * spelling, UTC instants, lower-case GUIDs and no annotations but {@code …@odata.bind}.
 */
public final class BodyCheck {
    private final GraphModel model;
    /** The entity that is changed, null on creation. */
    private final Entity current;
    /** The service sets its own values in complex ones below; only top-level properties are read-only. */
    private final boolean writable;

    private BodyCheck(GraphModel model, Entity current, boolean writable) {
        this.model = model;
        this.current = current;
        this.writable = writable;
    }

    public static ObjectNode created(GraphModel model, StructuredType type, ObjectNode body) {
        return new BodyCheck(model, null, false).object(type, body, type.exactNames(), true);
    }

    public static ObjectNode changed(GraphModel model, StructuredType type, ObjectNode body, Entity current) {
        return new BodyCheck(model, current, false).object(type, body, type.exactNames(), true);
    }

    /** A whole value that is replaced by PUT: what is read-only comes back as it was read. */
    public static ObjectNode replaced(GraphModel model, StructuredType type, ObjectNode body) {
        return new BodyCheck(model, null, true).object(type, body, type.exactNames(), true);
    }

    /** The value of one property, as {@code {"value": …}} carries it. */
    public static JsonNode value(GraphModel model, Property property, JsonNode value) {
        return new BodyCheck(model, null, true).value(property.name(), property.type(), value, false);
    }

    public static ObjectNode parameters(GraphModel model, Operation operation, ObjectNode body) {
        BodyCheck check = new BodyCheck(model, null, true);
        ObjectNode checked = Json.object();
        body.fields().forEachRemaining(field -> {
            if (!field.getKey().contains("@")) {
                Operation.Parameter parameter = operation.parameters().stream()
                        .filter(p -> p.name().equalsIgnoreCase(field.getKey()))
                        .findFirst()
                        .orElseThrow(() -> GraphError.malformed("The parameter '" + field.getKey()
                                + "' in the request payload is not a valid parameter for the operation '"
                                + operation.name() + "'."));
                checked.set(parameter.name(), check.value(parameter.name(), parameter.type(), field.getValue(), false));
            }
        });
        return checked;
    }

    private ObjectNode object(StructuredType type, ObjectNode body, boolean exact, boolean top) {
        ObjectNode checked = Json.object();
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (field.getKey().contains("@")) {
                annotation(checked, type, field);
            } else {
                member(checked, type, field.getKey(), field.getValue(), exact, top);
            }
        }
        return checked;
    }

    /** Control information means nothing to us, but references to bind. */
    private static void annotation(ObjectNode checked, StructuredType type, Map.Entry<String, JsonNode> field) {
        String name = field.getKey();
        int at = name.indexOf('@');
        if (at > 0 && name.substring(at).equalsIgnoreCase("@odata.bind")) {
            Navigation navigation =
                    type.navigation(name.substring(0, at)).orElseThrow(() -> unknown(name.substring(0, at)));
            checked.set(navigation.name() + "@odata.bind", field.getValue());
        }
    }

    private void member(
            ObjectNode checked, StructuredType type, String name, JsonNode value, boolean exact, boolean top) {
        Optional<Property> property =
                type.property(name).filter(p -> !exact || p.name().equals(name));
        if (property.isPresent()) {
            JsonNode fitting = value(name, property.get().type(), value, exact);
            if (!top || writable || isSettable(property.get(), fitting)) {
                checked.set(property.get().name(), fitting);
            }
        } else if (type.navigation(name).isPresent()) {
            checked.set(
                    type.navigation(name).get().name(),
                    nested(type.navigation(name).get(), value));
        } else if (type.open()
                && (!type.entity() || name.toLowerCase(Locale.ROOT).startsWith("extension_"))) {
            checked.set(name, Primitives.undeclared(name, value));
        } else {
            throw unknown(name);
        }
    }

    private JsonNode nested(Navigation navigation, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return new BodyCheck(model, null, true).object(model.type(navigation.target()), object, false, false);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode checked = Json.array();
            array.forEach(element -> checked.add(nested(navigation, element)));
            return checked;
        }
        if (value.isNull()) {
            return value;
        }
        throw misfit(navigation.name());
    }

    /** Sending back an unchanged value is no attempt to set it (odata-protocol.md §12). */
    private boolean isSettable(Property property, JsonNode value) {
        if (!property.computed() && !(property.immutable() && current != null)) {
            return true;
        }
        JsonNode now = current == null ? null : current.get(property.name());
        if (current != null && value.equals(now == null ? property.absent() : now)) {
            return false;
        }
        throw GraphError.badRequest("Property '" + property.name() + "' is read-only and cannot be set.");
    }

    private JsonNode value(String name, TypeRef type, JsonNode value, boolean exact) {
        if (value.isNull()) {
            return value;
        }
        if (!type.collection()) {
            return element(name, type, value, exact);
        }
        if (!value.isArray()) {
            throw misfit(name);
        }
        ArrayNode checked = Json.array();
        value.forEach(element -> checked.add(element(name, type, element, exact)));
        return checked;
    }

    private JsonNode element(String name, TypeRef type, JsonNode value, boolean exact) {
        return switch (type.kind()) {
            case PRIMITIVE -> Primitives.check(name, type.name(), value, exact);
            case ENUM -> enumeration(name, type, value);
            case COMPLEX -> complex(name, type, value, exact);
            case ENTITY ->
                value instanceof ObjectNode object
                        ? new BodyCheck(model, null, true).object(model.type(type.name()), object, exact, false)
                        : misfitting(name);
        };
    }

    private JsonNode complex(String name, TypeRef type, JsonNode value, boolean exact) {
        if (!(value instanceof ObjectNode object)) {
            throw misfit(name);
        }
        StructuredType complex = model.type(type.name());
        return object(complex, object, exact || complex.exactNames(), false);
    }

    private JsonNode enumeration(String name, TypeRef type, JsonNode value) {
        if (!value.isTextual()) {
            throw misfit(name);
        }
        String canonical = model.enumType(type.name()).canonical(value.asText()).orElseThrow(() -> misfit(name));
        return Json.MAPPER.getNodeFactory().textNode(canonical);
    }

    private static JsonNode misfitting(String name) {
        throw misfit(name);
    }

    static GraphError misfit(String name) {
        return GraphError.badRequest("Invalid value specified for property '" + name + "' of resource.");
    }

    /** directory.md E20. */
    private static GraphError unknown(String name) {
        return GraphError.badRequest("Invalid property '" + name + "'.");
    }
}
