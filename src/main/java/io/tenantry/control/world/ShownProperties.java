package io.tenantry.control.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.journal.MaskedBody;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.GraphModels;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Properties of stored objects as far as Graph has them, without their secrets. */
@ApplicationScoped
class ShownProperties {
    private static final String EXTENSION = "extension_";

    private final GraphModel model;

    ShownProperties(GraphModels models) {
        this.model = models.of("beta");
    }

    /** Names of the types of objects that Graph has. */
    Set<String> entityTypes() {
        Set<String> names = new TreeSet<>();
        model.types().stream().filter(StructuredType::entity).forEach(type -> names.add(type.name()));
        return names;
    }

    /** The properties in which two states of an object are different, those of its parts by their path, each with its value before and after. */
    ArrayNode different(String type, ObjectNode before, ObjectNode after) {
        ArrayNode different = Json.array();
        compare("", shown(type, before), shown(type, after), different);
        return different;
    }

    private static void compare(String path, JsonNode before, JsonNode after, ArrayNode different) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof ObjectNode && after instanceof ObjectNode) {
            Set<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            String beginning = path.isEmpty() ? "" : path + "/";
            names.forEach(name -> compare(beginning + name, value(before, name), value(after, name), different));
        } else {
            ObjectNode property = different.addObject().put("name", path);
            property.set("before", before);
            property.set("after", after);
        }
    }

    /** As far as Graph has it; secrets masked. */
    private ObjectNode shown(String type, ObjectNode object) {
        ObjectNode members = members(type, object);
        MaskedBody.mask(members);
        return members;
    }

    private static JsonNode value(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null ? NullNode.instance : value;
    }

    private boolean isShown(String type, String name) {
        return model.findType(type)
                .filter(found -> name.startsWith(EXTENSION)
                        || found.property(name).isPresent()
                        || found.navigation(name).isPresent())
                .isPresent();
    }

    private JsonNode shown(String type, String name, JsonNode value) {
        return model.findType(type)
                .flatMap(found -> found.property(name))
                .map(property -> shown(property.type(), value))
                .orElse(value);
    }

    /** What is kept beside what Graph has, the hash of a password, is nobody's. */
    private JsonNode shown(TypeRef type, JsonNode value) {
        if (type.kind() != TypeRef.Kind.COMPLEX) {
            return value;
        }
        if (value instanceof ArrayNode list) {
            ArrayNode elements = Json.array();
            list.forEach(element -> elements.add(shown(type, element)));
            return elements;
        }
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        return members(type.name(), object);
    }

    private ObjectNode members(String type, ObjectNode object) {
        ObjectNode members = Json.object();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (isShown(type, member.getKey())) {
                members.set(member.getKey(), shown(type, member.getKey(), member.getValue()));
            }
        }
        return members;
    }
}
