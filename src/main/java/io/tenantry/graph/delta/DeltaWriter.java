package io.tenantry.graph.delta;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenantry.graph.write.EntityWriter;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.query.Selection;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes the items of a delta answer (directory.md §17). */
public final class DeltaWriter {
    private static final EntityWriter.Expander NOTHING_EXPANDED =
            (entity, expansion) -> new EntityWriter.Expanded.One(Optional.empty());

    private final JsonGenerator json;
    private final EntityWriter entities;
    private final StructuredType type;
    private final Session session;
    private final UnaryOperator<Entity> shown;

    public DeltaWriter(
            JsonGenerator json,
            EntityWriter entities,
            StructuredType type,
            Session session,
            UnaryOperator<Entity> shown) {
        this.json = json;
        this.entities = entities;
        this.type = type;
        this.session = session;
        this.shown = shown;
    }

    public void items(DeltaQuery.Result result) throws IOException {
        Optional<Selection> selection = result.selection().map(DeltaWriter::withId);
        for (DeltaChanges.Item item : result.items()) {
            if (item.now() == null || item.now().get("deletedDateTime") != null) {
                removed(item);
            } else {
                item(item, selection);
            }
        }
    }

    /** {@code id} always comes along. */
    private static Selection withId(Selection selection) {
        Set<String> names = new LinkedHashSet<>(selection.names());
        names.add("id");
        return new Selection(names, selection.all());
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

    private void item(DeltaChanges.Item item, Optional<Selection> selection) throws IOException {
        json.writeStartObject();
        entities.members(shown.apply(item.now()), type.name(), selection, List.of(), NOTHING_EXPANDED);
        Map<String, List<DeltaChanges.Reference>> byKind =
                item.references().stream().collect(Collectors.groupingBy(DeltaChanges.Reference::name));
        for (Map.Entry<String, List<DeltaChanges.Reference>> kind : byKind.entrySet()) {
            Optional<Navigation> navigation = navigation(kind.getKey());
            if (navigation.isPresent()) {
                references(navigation.get().name(), kind.getValue());
            }
        }
        json.writeEndObject();
    }

    private Optional<Navigation> navigation(String kind) {
        return type.navigations().stream()
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
