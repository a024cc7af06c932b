package io.tenantry.graph.delta;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenantry.graph.json.EntityJson;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.store.Entity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes the items of a delta answer (directory.md §17). */
public final class DeltaJson {
    private final JsonGenerator json;
    private final EntityJson entities;
    private final StructuredType type;
    private final GraphModel model;
    private final UnaryOperator<Entity> shown;
    private final boolean minimal;

    /** @param minimal whether the client prefers only what has changed */
    public DeltaJson(
            JsonGenerator json,
            EntityJson entities,
            StructuredType type,
            GraphModel model,
            UnaryOperator<Entity> shown,
            boolean minimal) {
        this.json = json;
        this.entities = entities;
        this.type = type;
        this.model = model;
        this.shown = shown;
        this.minimal = minimal;
    }

    public void items(DeltaQuery.Result result) throws IOException {
        for (DeltaItem item : result.page().items()) {
            if (item.removed()) {
                removed(item);
            } else {
                item(item, result.shape());
            }
        }
    }

    /** {@code changed} can be restored, {@code deleted} cannot. */
    private void removed(DeltaItem item) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", item.id());
        reason(item.now().isEmpty() ? "deleted" : "changed");
        json.writeEndObject();
    }

    private void reason(String reason) throws IOException {
        json.writeObjectFieldStart("@removed");
        json.writeStringField("reason", reason);
        json.writeEndObject();
    }

    private void item(DeltaItem item, DeltaShape shape) throws IOException {
        Entity now = item.now().map(shown).orElseThrow();
        StructuredType own = model.type(now.type());
        DeltaItem seen = new DeltaItem(item.id(), Optional.of(now), item.changed(), item.references());
        json.writeStartObject();
        entities.members(now, type.name(), shape.of(seen, own, minimal), List.of(), EntityJson.NOTHING);
        Map<String, List<DeltaReference>> byKind =
                item.references().stream().collect(Collectors.groupingBy(DeltaReference::kind));
        for (Map.Entry<String, List<DeltaReference>> kind : byKind.entrySet()) {
            Optional<Navigation> navigation = shape.navigation(own, kind.getKey());
            if (navigation.isPresent()) {
                references(navigation.get().name(), kind.getValue());
            }
        }
        json.writeEndObject();
    }

    private void references(String name, List<DeltaReference> references) throws IOException {
        json.writeArrayFieldStart(name + "@delta");
        for (DeltaReference reference : references) {
            json.writeStartObject();
            json.writeStringField("@odata.type", "#microsoft.graph." + reference.type());
            json.writeStringField("id", reference.other());
            if (reference.taken()) {
                reason("deleted");
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
