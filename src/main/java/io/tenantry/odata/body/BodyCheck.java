package io.tenantry.odata.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.format.Json;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.Operation;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import io.tenantry.store.Entity;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a body against a type: every name is one of the type's, every value fits, nothing read-only is set. What comes out has the Edm's
 * spelling, UTC instants, lower-case GUIDs and no annotations but {@code …@odata.bind}.
 */
public final class BodyCheck {
    private static final String BIND = "@odata.bind";
    private static final int MOST_LINKS = 20;
    /** Applications may have 1,200 entries in all their collections together. */
    private static final int MOST_VALUES = 1200;

    private static final int LONGEST_TEXT = 100_000;

    private final GraphModel model;
    /** The type that errors name. */
    private final StructuredType resource;
    /** The entity that is changed, null on creation. */
    private final Entity current;
    /** The service sets its own values in complex ones below; only top-level properties are read-only. */
    private final boolean writable;

    private BodyCheck(GraphModel model, StructuredType resource, Entity current, boolean writable) {
        this.model = model;
        this.resource = resource;
        this.current = current;
        this.writable = writable;
    }

    public static ObjectNode created(GraphModel model, StructuredType type, ObjectNode body) {
        return new BodyCheck(model, type, null, false).object(type, body, type.exactNames(), true);
    }

    public static ObjectNode changed(GraphModel model, StructuredType type, ObjectNode body, Entity current) {
        return new BodyCheck(model, type, current, false).object(type, body, type.exactNames(), true);
    }

    /** A whole value that is replaced by PUT: what is read-only comes back as it was read. */
    public static ObjectNode replaced(GraphModel model, StructuredType type, ObjectNode body) {
        return new BodyCheck(model, type, null, true).object(type, body, type.exactNames(), true);
    }

    /** The value of one property, as {@code {"value": …}} carries it. */
    public static JsonNode value(GraphModel model, StructuredType type, Property property, JsonNode value) {
        return new BodyCheck(model, type, null, true).value(property.name(), property.type(), value, false);
    }

    public static ObjectNode parameters(GraphModel model, Operation operation, ObjectNode body) {
        BodyCheck check = new BodyCheck(model, model.type(operation.boundTo().name()), null, true);
        ObjectNode checked = Json.object();
        body.fields().forEachRemaining(field -> {
            if (!field.getKey().contains("@")) {
                Operation.Parameter parameter = operation.parameters().stream()
                        .filter(p -> p.name().equalsIgnoreCase(field.getKey()))
                        .findFirst()
                        .orElseThrow(() -> GraphError.malformed("The parameter '" + field.getKey()
                                + "' in the request payload is not a valid parameter for the operation '"
                                + operation.name() + "'."));
                requireOnce(checked, parameter.name());
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
        if (top) {
            requireFewLinks(checked);
        }
        return checked;
    }

    /** Control information means nothing to us, but references to bind. */
    private void annotation(ObjectNode checked, StructuredType type, Map.Entry<String, JsonNode> field) {
        String name = field.getKey();
        int at = name.indexOf('@');
        if (at > 0 && name.substring(at).equalsIgnoreCase(BIND)) {
            Navigation navigation = type.navigation(name.substring(0, at))
                    .filter(n -> n.inBody().contains(current == null ? "create" : "update"))
                    .orElseThrow(() -> unknown(name.substring(0, at)));
            checked.set(navigation.name() + BIND, bound(navigation, field.getValue()));
        }
    }

    /** One address, or for collections a list of them. */
    private JsonNode bound(Navigation navigation, JsonNode value) {
        boolean fits = navigation.collection()
                ? value.isArray() && value.valueStream().allMatch(JsonNode::isTextual)
                : value.isTextual();
        if (fits) {
            return value;
        }
        throw misfit(navigation.name());
    }

    /** All links of a body count together (field-findings.md §3). */
    private static void requireFewLinks(ObjectNode checked) {
        int links = 0;
        for (Map.Entry<String, JsonNode> field : checked.properties()) {
            if (field.getKey().endsWith(BIND)) {
                links += Math.max(1, field.getValue().size());
            }
        }
        if (links > MOST_LINKS) {
            throw GraphError.badRequest("A resource cannot contain more than " + MOST_LINKS + " link changes");
        }
    }

    private void member(
            ObjectNode checked, StructuredType type, String name, JsonNode value, boolean exact, boolean top) {
        Optional<Property> property =
                type.property(name).filter(p -> !exact || p.name().equals(name));
        Optional<Navigation> navigation =
                type.navigation(name).filter(n -> n.inBody().contains("value"));
        if (!writable) {
            requireSize(value);
        }
        if (type.isA("extension")) { // any name, the id as well, which follows from the extension's name
            checked.set(name, Primitives.undeclared(BodyProperty.of(name, resource), value));
        } else if (property.isPresent()) {
            requireOnce(checked, property.get().name());
            if (top && value.isNull() && keepsValue(property.get())) {
                throw misfit(name);
            }
            JsonNode fitting = value(name, property.get().type(), value, exact);
            if (!top || writable || isSettable(property.get(), fitting)) {
                checked.set(property.get().name(), fitting);
            }
        } else if (navigation.isPresent()) {
            checked.set(navigation.get().name(), nested(navigation.get(), value));
        } else if (type.open()
                && (!type.entity() || name.toLowerCase(Locale.ROOT).startsWith("extension_"))) {
            checked.set(name, Primitives.undeclared(BodyProperty.of(name, resource), value));
        } else {
            throw unknown(name);
        }
    }

    /** On creation null is no value, and the rule of the family says whether one is needed. */
    private boolean keepsValue(Property property) {
        return current != null
                && property.isSettable(false)
                && !property.nullable()
                && !property.type().collection();
    }

    /** Names come in any case, and two spellings of one are two values of one property. */
    private static void requireOnce(ObjectNode checked, String name) {
        if (checked.has(name)) {
            throw GraphError.duplicate(name);
        }
    }

    /** Nothing that a directory holds is as large as a body may be. */
    private static void requireSize(JsonNode value) {
        if (value.size() > MOST_VALUES
                || tooLong(value)
                || value.isArray() && value.valueStream().anyMatch(BodyCheck::tooLong)) {
            throw GraphError.sizeExceeded();
        }
    }

    private static boolean tooLong(JsonNode value) {
        return value.isTextual() && value.textValue().length() > LONGEST_TEXT;
    }

    private JsonNode nested(Navigation navigation, JsonNode value) {
        if (value.isNull()) {
            return value;
        }
        if (!navigation.collection()) {
            return related(navigation, value);
        }
        if (!value.isArray()) {
            throw misfit(navigation.name());
        }
        ArrayNode checked = Json.array();
        value.forEach(element -> checked.add(related(navigation, element)));
        return checked;
    }

    private ObjectNode related(Navigation navigation, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return entity(model.type(navigation.target()), object, false);
        }
        throw misfit(navigation.name());
    }

    private ObjectNode entity(StructuredType type, ObjectNode value, boolean exact) {
        return new BodyCheck(model, type, null, true).object(type, value, exact, false);
    }

    /** Sending back an unchanged value is no attempt to set it (odata-protocol.md §12), nor is on creation the one that it begins with. */
    private boolean isSettable(Property property, JsonNode value) {
        if (property.isSettable(current == null)) {
            return true;
        }
        JsonNode now = current == null ? null : current.get(property.name());
        if (value.equals(now == null ? property.absent() : now)) {
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
        if (type.kind() == TypeRef.Kind.PRIMITIVE) {
            return Primitives.check(BodyProperty.of(name, resource), type.name(), value, exact);
        }
        if (type.kind() == TypeRef.Kind.ENUM) {
            return enumeration(name, type, value);
        }
        if (!(value instanceof ObjectNode object)) {
            throw misfit(name);
        }
        StructuredType structured = model.type(type.name());
        return type.kind() == TypeRef.Kind.ENTITY
                ? entity(structured, object, exact)
                : object(structured, object, exact || structured.exactNames(), false);
    }

    private JsonNode enumeration(String name, TypeRef type, JsonNode value) {
        if (!value.isTextual()) {
            throw misfit(name);
        }
        String canonical = model.enumType(type.name()).canonical(value.asText()).orElseThrow(() -> misfit(name));
        return Json.MAPPER.getNodeFactory().textNode(canonical);
    }

    private GraphError misfit(String name) {
        return BodyProperty.of(name, resource).misfit();
    }

    /** directory.md E20. */
    private static GraphError unknown(String name) {
        return GraphError.badRequest("Invalid property '" + name + "'.");
    }
}
