package io.tenantry.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenantry.format.Json;
import io.tenantry.graph.write.ContextUrl;
import io.tenantry.graph.write.EntityWriter;
import io.tenantry.graph.write.MetadataLevel;
import io.tenantry.odata.query.Expansion;
import io.tenantry.odata.query.Selection;
import io.tenantry.store.Entity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all bodies of answers share: the object around them, their context, and one entity. */
final class JsonBody {
    /** Writes the members of the outermost object. */
    interface Content {
        void write(JsonGenerator json, EntityWriter entities) throws IOException;
    }

    /** Holds what stands around an object, and most answers that are one object. */
    private static final int FIRST_SIZE = 2048;

    /** What an object of a page usually takes. */
    private static final int OBJECT_SIZE = 512;

    private final Exchange exchange;
    private final MetadataLevel level;

    JsonBody(Exchange exchange) {
        this.exchange = exchange;
        this.level = MetadataLevel.of(
                exchange.options().get("format").orElse(exchange.request().header("accept")));
    }

    static GraphResponse text(String text) {
        return new GraphResponse(
                200,
                Map.of("Content-Type", "text/plain", "OData-Version", "4.0"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param set fragment of the set that the entity belongs to */
    GraphResponse entity(
            int status,
            Entity entity,
            String declared,
            String set,
            Optional<Selection> selection,
            List<Expansion> expansions) {
        String fragment = set + ContextUrl.options(selection, expansions) + "/$entity";
        return json(status, (json, entities) -> {
            context(json, fragment);
            entities.members(
                    exchange.shown(entity),
                    declared,
                    selection,
                    expansions,
                    new Expander(exchange, List.of(entity), expansions));
        });
    }

    void context(JsonGenerator json, String fragment) throws IOException {
        if (level != MetadataLevel.NONE) {
            json.writeStringField(
                    "@odata.context",
                    exchange.request().baseUrl() + "/" + exchange.model().version() + "/$metadata#" + fragment);
        }
    }

    GraphResponse json(int status, Content content) {
        return json(status, 1, content);
    }

    GraphResponse json(int status, int objects, Content content) {
        if (!exchange.options().has("format")) {
            MediaTypes.requireJson(exchange.request().header("accept"));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(FIRST_SIZE + objects * OBJECT_SIZE);
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            content.write(
                    json,
                    new EntityWriter(
                            exchange.model(),
                            json,
                            level,
                            exchange.request().baseUrl(),
                            exchange.call().tenant().id(),
                            exchange.call().caller().sight()));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return GraphResponse.json(status, level.contentType(), bytes.toByteArray());
    }
}
