package io.tenantry.graph.write;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import io.tenantry.odata.query.Expansion;
import io.tenantry.odata.query.Selection;
import io.tenantry.store.Entity;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes entities: the default or selected properties in the Edm's order, expanded relationships, type annotations where they are due. */
public final class EntityWriter {
    /** What a relationship expands to. */
    public sealed interface Expanded {
        record One(Optional<Entity> entity) implements Expanded {}

        record Many(List<Entity> entities) implements Expanded {}
    }

    /** Finds what a relationship of an entity expands to. */
    @FunctionalInterface
    public interface Expander {
        Expanded expand(Entity entity, Expansion expansion);
    }

    private final GraphModel model;
    private final JsonGenerator json;
    private final MetadataLevel level;
    private final String baseUrl;
    private final String tenantId;
    private final ValueWriter values;

    /** @param baseUrl scheme and host that the client called */
    public EntityWriter(GraphModel model, JsonGenerator json, MetadataLevel level, String baseUrl, String tenantId) {
        this.model = model;
        this.json = json;
        this.level = level;
        this.baseUrl = baseUrl;
        this.tenantId = tenantId;
        this.values = new ValueWriter(model, json);
    }

    /** @param declared type that the context implies; another one is told by {@code @odata.type} */
    public void write(
            Entity entity,
            String declared,
            Optional<Selection> selection,
            List<Expansion> expansions,
            Expander expander)
            throws IOException {
        json.writeStartObject();
        members(entity, declared, selection, expansions, expander);
        json.writeEndObject();
    }

    /** The members alone, for an object that the caller has begun. */
    public void members(
            Entity entity,
            String declared,
            Optional<Selection> selection,
            List<Expansion> expansions,
            Expander expander)
            throws IOException {
        StructuredType type = model.type(entity.type());
        annotations(entity, type, declared);
        if (selection.isEmpty() || selection.get().all()) {
            defaults(type, entity);
        }
        if (selection.isEmpty()) {
            inline(type, entity);
        }
        if (selection.isPresent()) {
            selected(selection.get(), type, entity);
        }
        for (Expansion expansion : expansions) {
            expand(entity, expansion, expander);
        }
    }

    private void defaults(StructuredType type, Entity entity) throws IOException {
        deletion(type, entity);
        for (Property property : type.shown()) {
            if (!isMissingKey(property, entity)) {
                property(property, entity);
            }
        }
    }

    private void annotations(Entity entity, StructuredType type, String declared) throws IOException {
        boolean told = level == MetadataLevel.FULL || !type.name().equals(declared);
        if (level != MetadataLevel.NONE && told) {
            json.writeStringField("@odata.type", "#microsoft.graph." + type.name());
        }
        if (level == MetadataLevel.FULL && type.isA("directoryObject")) {
            json.writeStringField("@odata.id", directoryUrl(baseUrl, tenantId, entity));
            json.writeStringField(
                    "@odata.editLink", directoryUrl("", tenantId, entity).substring("/v2/".length()));
            for (Navigation navigation : type.navigations()) {
                json.writeStringField(
                        navigation.name() + "@odata.navigationLink",
                        directoryUrl(baseUrl, tenantId, entity) + "/" + navigation.name());
            }
        }
    }

    /** The address that the directory itself gives to an object (odata-protocol.md §1). */
    public static String directoryUrl(String baseUrl, String tenantId, Entity entity) {
        String type = entity.type().substring(0, 1).toUpperCase(Locale.ROOT)
                + entity.type().substring(1);
        return baseUrl + "/v2/" + tenantId + "/directoryObjects/" + entity.id() + "/Microsoft.DirectoryServices."
                + type;
    }

    /** What has no identity yet, such as an organization that nobody has founded, shows no id. */
    private static boolean isMissingKey(Property property, Entity entity) {
        return property.name().equals("id") && !entity.has("id");
    }

    /** A deleted object tells when it was deleted (directory.md §9). */
    private void deletion(StructuredType type, Entity entity) throws IOException {
        Optional<Property> deleted = type.property("deletedDateTime").filter(Property::selectOnly);
        if (deleted.isPresent() && entity.has(deleted.get().name())) {
            property(deleted.get(), entity);
        }
    }

    private void property(Property property, Entity entity) throws IOException {
        if (level == MetadataLevel.FULL
                && property.type().collection()
                && property.type().name().equals("Edm.String")) {
            json.writeStringField(property.name() + "@odata.type", "#Collection(String)");
        }
        json.writeFieldName(property.name());
        if (!entity.has(property.name())) {
            values.value(property.type(), property.absent());
        } else if (property.type().kind() == TypeRef.Kind.COMPLEX || !entity.writeStored(property.name(), json)) {
            values.value(property.type(), entity.get(property.name()));
        }
    }

    /** What a document holds of a related object comes along: the user that an invitation made. */
    private void inline(StructuredType type, Entity entity) throws IOException {
        for (Navigation navigation : type.inline()) {
            if (entity.has(navigation.name())) {
                json.writeFieldName(navigation.name());
                json.writeTree(entity.get(navigation.name()));
            }
        }
    }

    /** Names that this type does not have are those of other types in the same collection, or extensions. */
    private void selected(Selection selection, StructuredType type, Entity entity) throws IOException {
        for (String name : selection.names()) {
            Optional<Property> property = type.property(name);
            if (property.isPresent()) {
                if (!selection.all() || property.get().selectOnly()) {
                    property(property.get(), entity);
                }
            } else if (type.open() && entity.get(name) != null) {
                if (level != MetadataLevel.NONE && entity.get(name).isArray()) {
                    json.writeStringField(name + "@odata.type", "#Collection(String)");
                }
                json.writeFieldName(name);
                json.writeTree(entity.get(name));
            }
        }
    }

    private void expand(Entity entity, Expansion expansion, Expander expander) throws IOException {
        Expanded related = expander.expand(entity, expansion);
        if (related instanceof Expanded.Many many) {
            json.writeArrayFieldStart(expansion.navigation().name());
            for (Entity each : many.entities()) {
                expanded(each, expansion, expander);
            }
            json.writeEndArray();
        } else if (related instanceof Expanded.One one && one.entity().isPresent()) {
            json.writeFieldName(expansion.navigation().name());
            expanded(one.entity().get(), expansion, expander);
        } else if (expansion.navigation().contained()) {
            json.writeNullField(expansion.navigation().name());
        }
    }

    private void expanded(Entity related, Expansion expansion, Expander expander) throws IOException {
        write(related, expansion.navigation().target(), expansion.selection(), expansion.deeper(), expander);
    }

    /** A value that is no entity, shaped by its complex type. */
    public void value(TypeRef type, JsonNode value) throws IOException {
        values.value(type, value);
    }

    /** The members of such a value, for an object that the caller has begun. */
    public void valueMembers(TypeRef type, JsonNode value) throws IOException {
        values.members(type, value);
    }
}
