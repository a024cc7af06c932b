package io.tenantry.graph.pipeline;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.tenantry.graph.json.ContextUrl;
import io.tenantry.graph.json.EntityJson;
import io.tenantry.graph.json.MetadataLevel;
import io.tenantry.graph.message.GraphResponse;
import io.tenantry.odata.edm.TypeRef;
import io.tenantry.odata.query.Expansion;
import io.tenantry.odata.query.Selection;
import io.tenantry.store.Entity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Answers in JSON, one object each: an entity, a value, or what others write into it. */
final class JsonResponse {
    /** Writes the members of the outermost object. */
    interface Content {
        void write(JsonGenerator json, EntityJson entities) throws IOException;
    }

    /** Holds what stands around an object, and most answers that are one object. */
    private static final int FIRST_SIZE = 2048;

    /** What an object of a page usually takes. */
    private static final int OBJECT_SIZE = 512;

    private final RoutedCall routed;
    private final MetadataLevel level;

    JsonResponse(RoutedCall routed) {
        this.routed = routed;
        this.level = MetadataLevel.of(
                routed.options().get("format").orElse(routed.request().header("accept")));
    }

    /** @param set fragment of the set that the entity belongs to */
    GraphResponse entity(
            int status, Entity entity, String declared, String set, Selection selection, List<Expansion> expansions) {
        String fragment = set + ContextUrl.options(selection, expansions) + "/$entity";
        return of(status, (json, entities) -> {
            context(json, fragment);
            EntityJson.Expander expander =
                    expansions.isEmpty() ? EntityJson.NOTHING : new Expander(routed, List.of(entity), expansions);
            entities.members(routed.shown(entity), declared, selection, expansions, expander);
        });
    }

    /**
     * A value that is no entity: objects as they are, everything else under {@code value}.
     *
     * @param annotations further members before it
     */
    GraphResponse value(int status, String fragment, Map<String, String> annotations, TypeRef type, JsonNode value) {
        return of(status, (json, entities) -> {
            context(json, fragment);
            for (Map.Entry<String, String> annotation : annotations.entrySet()) {
                json.writeStringField(annotation.getKey(), annotation.getValue());
            }
            if (value.isObject()) {
                entities.valueMembers(type, value);
            } else {
                json.writeFieldName("value");
                entities.value(type, value);
            }
        });
    }

    void context(JsonGenerator json, String fragment) throws IOException {
        if (level != MetadataLevel.NONE) {
            json.writeStringField("@odata.context", context(fragment));
        }
    }

    private String context(String fragment) {
        return routed.request().baseUrl() + "/" + routed.model().version() + "/$metadata#" + fragment;
    }

    GraphResponse of(int status, Content content) {
        return of(status, 1, content);
    }

    /** @param objects about how many it shows */
    GraphResponse of(int status, int objects, Content content) {
        if (!routed.options().has("format")) {
            MetadataLevel.requireJson(routed.request().header("accept"));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(FIRST_SIZE + objects * OBJECT_SIZE);
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            content.write(json, entities(json));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return GraphResponse.json(status, level.contentType(), bytes.toByteArray());
    }

    private EntityJson entities(JsonGenerator json) {
        return new EntityJson(
                routed.model(),
                json,
                level,
                routed.request().baseUrl(),
                routed.call().tenant().id(),
                routed.call().caller().sight(),
                entity -> context(ContextUrl.entity(routed.model(), routed.path(), entity.id())));
    }
}
