package io.tenantry.graph.delta;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenantry.graph.write.EntityWriter;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes the items of a delta answer (directory.md §17). */
public final class DeltaWriter {
    private static final EntityWriter.Expander NOTHING_EXPANDED =
            (entity, expansion) -> new EntityWriter.Expanded.One(Optional.empty());

    private final JsonGenerator json;
    private final EntityWriter entities;
    private final StructuredType type;
    private final GraphModel model;
    private final Session session;
    private final UnaryOperator<Entity> shown;
    private final boolean minimal;

    /** @param minimal whether the client prefers only what has changed */
    public DeltaWriter(
            JsonGenerator json,
            EntityWriter entities,
            StructuredType type,
            GraphModel model,
            Session session,
            UnaryOperator<Entity> shown,
            boolean minimal) {
        this.json = json;
        this.entities = entities;
        this.type = type;
        this.model = model;
        this.session = session;
        this.shown = shown;
        this.minimal = minimal;
    }

    public void items(DeltaQuery.Result result) throws IOException {
        for (DeltaChanges.Item item : result.items()) {
            if (item.now() == null || DeltaShape.isDeleted(item.now())) {
                removed(item);
            } else {
                item(item, result.shape());
            }
        }
    }

    /** {@code changed} can be restored, {@code deleted} cannot. */
    private void removed(DeltaChanges.Item item) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", item.id());
        reason(item.now() == null ? "deleted" : "changed");
        json.writeEndObject();
    }

    private void reason(String reason) throws IOException {
        json.writeObjectFieldStart("@removed");
        json.writeStringField("reason", reason);
        json.writeEndObject();
    }

    private void item(DeltaChanges.Item item, DeltaShape shape) throws IOException {
        StructuredType own = model.type(item.now().type());
        Entity now = shown.apply(item.now());
        DeltaChanges.Item seen = new DeltaChanges.Item(item.id(), now, item.changed(), item.references());
        json.writeStartObject();
        entities.members(now, type.name(), shape.of(seen, own, minimal), List.of(), NOTHING_EXPANDED);
        Map<String, List<DeltaChanges.Reference>> byKind =
                item.references().stream().collect(Collectors.groupingBy(DeltaChanges.Reference::name));
        for (Map.Entry<String, List<DeltaChanges.Reference>> kind : byKind.entrySet()) {
            Optional<Navigation> navigation = navigation(own, kind.getKey());
            if (navigation.filter(shape::shows).isPresent()) {
                references(navigation.get().name(), kind.getValue());
            }
        }
        json.writeEndObject();
    }

    private static Optional<Navigation> navigation(StructuredType own, String kind) {
        return own.navigations().stream()
                .filter(n -> n.relation()
                        .filter(r -> r.kind().equals(kind) && !r.inverse() && !r.transitive())
                        .isPresent())
                .findFirst();
    }

    private void references(String name, List<DeltaChanges.Reference> references) throws IOException {
        Map<String, String> types =
                session
                        .objects(references.stream()
                                .map(DeltaChanges.Reference::other)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Entity::id, Entity::type));
        json.writeArrayFieldStart(name + "@delta");
        for (DeltaChanges.Reference reference : references) {
            json.writeStartObject();
            json.writeStringField("@odata.type", "#microsoft.graph." + types.getOrDefault(reference.other(), "user"));
            json.writeStringField("id", reference.other());
            if (reference.taken()) {
                reason("deleted");
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
