package io.tenantry.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.graph.delta.DeltaQuery;
import io.tenantry.graph.delta.DeltaWriter;
import io.tenantry.graph.write.ContextUrl;
import io.tenantry.graph.write.EntityWriter;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.query.Expansion;
import io.tenantry.odata.query.Page;
import io.tenantry.odata.query.Query;
import io.tenantry.odata.query.Selection;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Optional;

/** Bodies of what is read: pages, changes, references, single properties. */
final class ReadBody {
    private final Exchange exchange;
    private final JsonBody body;

    ReadBody(Exchange exchange) {
        this.exchange = exchange;
        this.body = new JsonBody(exchange);
    }

    GraphResponse page(Page whole, Query query) {
        Expander expander = new Expander(exchange, whole.entities(), query.expansions());
        Page page = whole.first(expander.reach());
        String fragment = ContextUrl.set(exchange.model(), exchange.path())
                + ContextUrl.options(query.selection(), query.expansions());
        String declared = query.type().name();
        return body.json(200, page.entities().size(), (json, entities) -> {
            body.context(json, fragment);
            if (page.count().isPresent()) {
                json.writeNumberField("@odata.count", page.count().get());
            }
            if (page.next().isPresent()) {
                json.writeStringField(
                        "@odata.nextLink",
                        NextLink.of(exchange.request(), page.next().get()));
            }
            json.writeArrayFieldStart("value");
            for (Entity entity : page.entities()) {
                entities.write(exchange.shown(entity), declared, query.selection(), query.expansions(), expander);
            }
            json.writeEndArray();
        });
    }

    GraphResponse delta(DeltaQuery.Result result) {
        boolean minimal = exchange.request().prefers(Preference.RETURN_MINIMAL);
        String set = ContextUrl.set(exchange.model(), exchange.path());
        String link = address()
                + (result.page().last() ? "?$deltatoken=" : "?$skiptoken=")
                + result.page().next().text();
        GraphResponse response = body.json(200, (json, entities) -> {
            body.context(json, set + ContextUrl.options(result.shape().selection(), List.of()));
            json.writeStringField(result.page().last() ? "@odata.deltaLink" : "@odata.nextLink", link);
            json.writeArrayFieldStart("value");
            new DeltaWriter(json, entities, exchange.path().last().type(), exchange.model(), exchange::shown, minimal)
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
        return body.json(200, (json, entities) -> {
            body.context(json, "Collection($ref)");
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
        return body.json(200, (json, entities) -> {
            body.context(json, "$ref");
            json.writeStringField("@odata.id", directoryUrl(entity));
        });
    }

    GraphResponse property(Property property, JsonNode value) {
        String fragment = ContextUrl.set(exchange.model(), exchange.path());
        return body.json(200, (json, entities) -> {
            body.context(json, fragment);
            if (value.isObject()) {
                entities.valueMembers(property.type(), value);
            } else {
                json.writeFieldName("value");
                entities.value(property.type(), value);
            }
        });
    }

    private String directoryUrl(Entity entity) {
        return EntityWriter.directoryUrl(
                exchange.request().baseUrl(), exchange.call().tenant().id(), entity);
    }

    GraphResponse entity(
            Entity entity, String declared, String set, Optional<Selection> selection, List<Expansion> expansions) {
        return body.entity(200, entity, declared, set, selection, expansions);
    }
}
