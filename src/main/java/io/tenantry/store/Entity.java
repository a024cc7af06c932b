package io.tenantry.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One Graph object: its type, its key, the key of the object that contains it (empty for none), and its properties under their
 * Graph names. Properties that are null are left out of the document.
 */
public final class Entity {
    private final String type;
    private final String id;
    private final String parent;
    /** What the store holds, as long as nobody has asked for the properties, which could then be changed. */
    private byte[] stored;

    private ObjectNode properties;

    public Entity(String type, String id, String parent, ObjectNode properties) {
        this.type = type;
        this.id = id;
        this.parent = parent;
        this.properties = properties;
    }

    /** @param stored compact JSON in UTF-8, as the store keeps it */
    Entity(String type, String id, String parent, byte[] stored) {
        this.type = type;
        this.id = id;
        this.parent = parent;
        this.stored = stored;
    }

    /** An object that stands by itself; its id is also its property {@code id}. */
    public static Entity of(String type, String id) {
        Entity entity = new Entity(type, id, "", Json.object());
        entity.set("id", id);
        return entity;
    }

    /** An object contained in another one. */
    public static Entity childOf(String parent, String type, String id) {
        Entity entity = new Entity(type, id, parent, Json.object());
        entity.set("id", id);
        return entity;
    }

    public String type() {
        return type;
    }

    public String id() {
        return id;
    }

    public String parent() {
        return parent;
    }

    public ObjectNode properties() {
        if (properties == null) {
            properties = Json.parseObject(stored);
            stored = null;
        }
        return properties;
    }

    /** The properties as compact JSON in UTF-8; not to be changed. */
    public byte[] document() {
        return stored == null ? Json.utf8(properties) : stored;
    }

    /** The value, null where there is none. */
    public JsonNode get(String name) {
        return properties().get(name);
    }

    public String text(String name) {
        JsonNode value = properties().get(name);
        return value == null || value.isNull() ? null : value.asText();
    }

    public boolean flag(String name) {
        JsonNode value = properties().get(name);
        return value != null && value.asBoolean();
    }

    public Instant instant(String name) {
        String text = text(name);
        return text == null ? null : Instant.parse(text);
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        JsonNode value = properties().get(name);
        if (value != null) {
            value.forEach(item -> texts.add(item.asText()));
        }
        return texts;
    }

    public ArrayNode array(String name) {
        return properties().withArrayProperty(name);
    }

    public Entity set(String name, String value) {
        return set(name, value == null ? null : properties().textNode(value));
    }

    public Entity set(String name, boolean value) {
        return set(name, properties().booleanNode(value));
    }

    public Entity set(String name, Instant value) {
        return set(name, value == null ? null : Json.instant(value));
    }

    public Entity set(String name, List<String> values) {
        return set(name, Json.array(values));
    }

    /** Sets a value; null takes it away. */
    public Entity set(String name, JsonNode value) {
        if (value == null || value.isNull()) {
            properties().remove(name);
        } else {
            properties().set(name, value);
        }
        return this;
    }

    public Entity copy() {
        return new Entity(type, id, parent, properties().deepCopy());
    }

    @Override
    public String toString() {
        return type + " " + id;
    }
}
