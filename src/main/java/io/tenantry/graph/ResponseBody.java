package io.tenantry.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.graph.delta.DeltaQuery;
import io.tenantry.graph.delta.DeltaWriter;
import io.tenantry.graph.write.ContextUrl;
import io.tenantry.graph.write.EntityWriter;
import io.tenantry.graph.write.MetadataLevel;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.TypeRef;
import io.tenantry.odata.query.Expansion;
import io.tenantry.odata.query.Page;
import io.tenantry.odata.query.Query;
import io.tenantry.odata.query.Selection;
import io.tenantry.resource.Answer;
import io.tenantry.store.Entity;
import io.tenantry.store.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the body of an answer. */
final class ResponseBody {
    /** Writes the members of the outermost object. */
    private interface Content {
        void write(JsonGenerator json, EntityWriter entities) throws IOException;
    }

    /** Holds what stands around an object, and most answers that are one object. */
    private static final int FIRST_SIZE = 2048;

    /** What an object of a page usually takes. */
    private static final int OBJECT_SIZE = 512;

    private final Exchange exchange;
    private final MetadataLevel level;

    ResponseBody(Exchange exchange) {
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

    GraphResponse page(Page page, Query query) {
        String fragment = ContextUrl.set(exchange.model(), exchange.path())
                + ContextUrl.options(query.selection(), query.expansions());
        String declared = query.type().name();
        return json(200, page.entities().size(), (json, entities) -> {
            context(json, fragment);
            if (page.count().isPresent()) {
                json.writeNumberField("@odata.count", page.count().get());
            }
            if (page.next().isPresent()) {
                json.writeStringField(
                        "@odata.nextLink",
                        NextLink.of(exchange.request(), page.next().get()));
            }
            json.writeArrayFieldStart("value");
            Expander expander = new Expander(exchange, page.entities(), query.expansions());
            for (Entity entity : page.entities()) {
                entities.write(shown(entity), declared, query.selection(), query.expansions(), expander);
            }
            json.writeEndArray();
        });
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
                    shown(entity),
                    declared,
                    selection,
                    expansions,
                    new Expander(exchange, List.of(entity), expansions));
        });
    }

    GraphResponse delta(DeltaQuery.Result result) {
        boolean minimal = exchange.request().prefers(Preference.RETURN_MINIMAL);
        String set = ContextUrl.set(exchange.model(), exchange.path());
        String link = address()
                + (result.page().last() ? "?$deltatoken=" : "?$skiptoken=")
                + result.page().next().text();
        GraphResponse response = json(200, (json, entities) -> {
            context(json, set + ContextUrl.options(result.shape().selection(), List.of()));
            json.writeStringField(result.page().last() ? "@odata.deltaLink" : "@odata.nextLink", link);
            json.writeArrayFieldStart("value");
            new DeltaWriter(json, entities, exchange.path().last().type(), exchange.model(), this::shown, minimal)
                    .items(result);
            json.writeEndArray();
        });
        return minimal ? Preference.RETURN_MINIMAL.appliedTo(response) : response;
    }

    /** The address of what was called, without options. */
    String address() {
        return exchange.request().baseUrl() + "/" + exchange.model().version()
                + exchange.path().last().template();
    }

    GraphResponse references(Page page) {
        return json(200, (json, entities) -> {
            context(json, "Collection($ref)");
            if (page.next().isPresent()) {
                json.writeStringField(
                        "@odata.nextLink",
                        NextLink.of(exchange.request(), page.next().get()));
            }
            json.writeArrayFieldStart("value");
            for (Entity entity : page.entities()) {
                json.writeStartObject();
                json.writeStringField("@odata.id", directoryUrl(entity));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    GraphResponse reference(Entity entity) {
        return json(200, (json, entities) -> {
            context(json, "$ref");
            json.writeStringField("@odata.id", directoryUrl(entity));
        });
    }

    GraphResponse property(Property property, JsonNode value) {
        String fragment = ContextUrl.set(exchange.model(), exchange.path());
        return json(200, (json, entities) -> {
            context(json, fragment);
            if (value.isObject()) {
                entities.valueMembers(property.type(), value);
            } else {
                json.writeFieldName("value");
                entities.value(property.type(), value);
            }
        });
    }

    GraphResponse answer(Answer answer) {
        if (answer instanceof Answer.One one) {
            return entityAnswer(one);
        }
        if (answer instanceof Answer.Many many) {
            return manyAnswer(many);
        }
        if (answer instanceof Answer.Value value) {
            return valueAnswer(value);
        }
        return GraphResponse.noContent();
    }

    private GraphResponse entityAnswer(Answer.One one) {
        String set = one.context() == null ? ContextUrl.set(exchange.model(), exchange.path()) : one.context();
        String declared = set.equals("directoryObjects")
                ? "directoryObject"
                : one.entity().type();
        return entity(one.status(), one.entity(), declared, set, Optional.empty(), List.of());
    }

    private GraphResponse manyAnswer(Answer.Many many) {
        String declared = many.context().equals("directoryObjects") ? "directoryObject" : null;
        Expander nothing = new Expander(exchange, List.of(), List.of());
        return json(200, (json, entities) -> {
            context(json, many.context());
            json.writeArrayFieldStart("value");
            for (Entity entity : many.entities()) {
                entities.write(
                        shown(entity),
                        declared == null ? entity.type() : declared,
                        Optional.empty(),
                        List.of(),
                        nothing);
            }
            json.writeEndArray();
        });
    }

    private GraphResponse valueAnswer(Answer.Value value) {
        return json(value.status(), (json, entities) -> {
            context(json, value.type());
            for (Map.Entry<String, String> annotation : value.annotations().entrySet()) {
                json.writeStringField(annotation.getKey(), annotation.getValue());
            }
            TypeRef type = typeOf(value.type());
            if (value.value().isObject()) {
                entities.valueMembers(type, value.value());
            } else {
                json.writeFieldName("value");
                entities.value(type, value.value());
            }
        });
    }

    /** The type that a context names; values of types that are not complex are written as they are. */
    private TypeRef typeOf(String context) {
        String name = context.replaceAll("^Collection\\((.*)\\)$", "$1");
        boolean complex = exchange.model()
                .findType(name)
                .filter(type -> !type.entity() && name.startsWith("microsoft.graph."))
                .isPresent();
        return complex
                ? new TypeRef(name.substring("microsoft.graph.".length()), false, TypeRef.Kind.COMPLEX)
                : new TypeRef("Edm.Untyped", false, TypeRef.Kind.PRIMITIVE);
    }

    private void context(JsonGenerator json, String fragment) throws IOException {
        if (level != MetadataLevel.NONE) {
            json.writeStringField(
                    "@odata.context",
                    exchange.request().baseUrl() + "/" + exchange.model().version() + "/$metadata#" + fragment);
        }
    }

    /** The entity as clients see it, with what its type computes when read. */
    Entity shown(Entity entity) {
        return exchange.registry()
                .view(entity.type())
                .map(view -> {
                    Entity copy = entity.copy();
                    view.apply(exchange.call(), copy);
                    return copy;
                })
                .orElse(entity);
    }

    private String directoryUrl(Entity entity) {
        return EntityWriter.directoryUrl(
                exchange.request().baseUrl(), exchange.call().tenant().id(), entity);
    }

    private GraphResponse json(int status, Content content) {
        return json(status, 1, content);
    }

    private GraphResponse json(int status, int objects, Content content) {
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
                            exchange.call().tenant().id()));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return GraphResponse.json(status, level.contentType(), bytes.toByteArray());
    }
}
