package io.tenantry.scenario.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.GraphNames;
import io.tenantry.format.Json;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** The users and groups that a scenario lists, as they are stored: each with its id, references as ids, values in their stored form. */
public final class ListedObjects {
    private final TenantScenario scenario;
    private final ListedIds references;
    private final GraphNames names;

    public ListedObjects(TenantScenario scenario, ListedIds references, GraphNames names) {
        this.scenario = scenario;
        this.references = references;
        this.names = names;
    }

    public Iterable<ObjectNode> users() {
        return each("users", (user, index) -> object("user", user, references.userId(user)));
    }

    public Iterable<ObjectNode> groups() {
        return each("groups", (group, index) -> object("group", group, references.groupId(group, index)));
    }

    private Iterable<ObjectNode> each(String list, BiFunction<JsonNode, Integer, ObjectNode> resolved) {
        JsonNode listed = scenario.document().path(list);
        return () -> IntStream.range(0, listed.size())
                .mapToObj(index -> resolved.apply(listed.get(index), index))
                .iterator();
    }

    private ObjectNode object(String type, JsonNode listed, String id) {
        ObjectNode object = Json.object();
        listed.fields()
                .forEachRemaining(field -> object.set(field.getKey(), value(type, field.getKey(), field.getValue())));
        return object.put("id", id);
    }

    private JsonNode value(String type, String name, JsonNode value) {
        if (value.isNull() || !ObjectCheck.REFERENCES.contains(name)) {
            return names.canonical(type, name, value);
        }
        if (!value.isArray()) {
            return id(value);
        }
        ArrayNode ids = Json.array();
        value.forEach(reference -> ids.add(id(reference)));
        return ids;
    }

    private JsonNode id(JsonNode reference) {
        return Json.MAPPER
                .getNodeFactory()
                .textNode(references.object(reference.asText()).orElseThrow());
    }
}
