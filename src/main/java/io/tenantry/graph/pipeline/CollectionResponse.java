package io.tenantry.graph.pipeline;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenantry.graph.delta.DeltaJson;
import io.tenantry.graph.delta.DeltaQuery;
import io.tenantry.graph.json.ContextUrl;
import io.tenantry.graph.message.GraphResponse;
import io.tenantry.graph.message.Preference;
import io.tenantry.odata.query.Page;
import io.tenantry.odata.query.Query;
import io.tenantry.store.Entity;
import java.io.IOException;
import java.util.List;

/** Answers that are collections: pages, references, changes. */
final class CollectionResponse {
    private final RoutedCall routed;
    private final JsonResponse response;

    CollectionResponse(RoutedCall routed) {
        this.routed = routed;
        this.response = new JsonResponse(routed);
    }

    GraphResponse page(Page whole, Query query) {
        Expander expander = new Expander(routed, whole.entities(), query.expansions());
        Page page = whole.first(expander.reach());
        String fragment = set() + ContextUrl.options(query.selection(), query.expansions());
        String declared = query.type().name();
        return response.of(200, page.entities().size(), (json, entities) -> {
            response.context(json, fragment);
            if (page.count().isPresent()) {
                json.writeNumberField("@odata.count", page.count().get());
            }
            nextLink(json, page);
            json.writeArrayFieldStart("value");
            for (Entity entity : page.entities()) {
                entities.write(routed.shown(entity), declared, query.selection(), query.expansions(), expander);
            }
            json.writeEndArray();
        });
    }

    GraphResponse references(Page page) {
        return response.of(200, (json, entities) -> {
            response.context(json, "Collection($ref)");
            nextLink(json, page);
            json.writeArrayFieldStart("value");
            for (Entity entity : page.entities()) {
                json.writeStartObject();
                json.writeStringField("@odata.id", routed.directoryUrl(entity));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private void nextLink(JsonGenerator json, Page page) throws IOException {
        if (page.next().isPresent()) {
            json.writeStringField(
                    "@odata.nextLink", NextLink.of(routed.request(), page.next().get()));
        }
    }

    GraphResponse delta(DeltaQuery.Result result) {
        boolean minimal = routed.request().prefers(Preference.RETURN_MINIMAL);
        String fragment = set() + ContextUrl.options(result.shape().selection(), List.of());
        boolean last = result.page().last();
        String link = routed.address()
                + (last ? "?$deltatoken=" : "?$skiptoken=")
                + result.page().next().text();
        GraphResponse changes = response.of(200, (json, entities) -> {
            response.context(json, fragment);
            json.writeStringField(last ? "@odata.deltaLink" : "@odata.nextLink", link);
            json.writeArrayFieldStart("value");
            new DeltaJson(json, entities, routed.path().last().type(), routed.model(), routed::shown, minimal)
                    .items(result);
            json.writeEndArray();
        });
        return minimal ? Preference.RETURN_MINIMAL.appliedTo(changes) : changes;
    }

    private String set() {
        return ContextUrl.set(routed.model(), routed.path());
    }
}
