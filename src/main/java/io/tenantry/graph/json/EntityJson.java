package io.tenantry.graph.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.family.Sight;
import io.tenantry.format.Json;
import io.tenantry.format.PascalCase;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import io.tenantry.odata.query.Expansion;
import io.tenantry.odata.query.Selection;
import io.tenantry.store.Entity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes entities: the default or selected properties in the Edm's order, expanded relationships, type annotations where they are due. */
public final class EntityJson {
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

    /** Whose collections are declared without saying of which kind they are, and whose members are not declared at all. */
    private static final String EXTENSION = "extension";

    /** For entities of which nothing is expanded. */
    public static final Expander NOTHING = (entity, expansion) -> new Expanded.One(Optional.empty());

    private final GraphModel model;
    private final JsonGenerator json;
    private final MetadataLevel level;
    private final String baseUrl;
    private final String tenantId;
    private final Sight sight;
    private final Function<Entity, String> contexts;
    private final Shapes shapes;
    /** How many relationships lead from the entities of the answer to the one that is written. */
    private int depth;

    /**
     * @param baseUrl scheme and host that the client called
     * @param sight what the caller sees of each object
     * @param contexts of what is contained in an entity of the answer, without the name of the relationship
     */
    public EntityJson(
            GraphModel model,
            JsonGenerator json,
            MetadataLevel level,
            String baseUrl,
            String tenantId,
            Sight sight,
            Function<Entity, String> contexts) {
        this.model = model;
        this.json = json;
        this.level = level;
        this.baseUrl = baseUrl;
        this.tenantId = tenantId;
        this.sight = sight;
        this.contexts = contexts;
        this.shapes = new Shapes(model, level);
    }

    /** @param declared type that the context implies; another one is told by {@code @odata.type} */
    public void write(
            Entity entity, String declared, Selection selection, List<Expansion> expansions, Expander expander)
            throws IOException {
        json.writeStartObject();
        members(entity, declared, selection, expansions, expander);
        json.writeEndObject();
    }

    /** The members alone, for an object that the caller has begun. */
    public void members(
            Entity entity, String declared, Selection selection, List<Expansion> expansions, Expander expander)
            throws IOException {
        StructuredType type = model.type(entity.type());
        annotations(entity, type, declared);
        shapes.of(type, selection, sight.of(entity))
                .write(entity.document(), json, (name, stored) -> shaped(entity, type, name, stored));
        if (type.isA(EXTENSION) && selection.all()) {
            undeclared(entity, type);
        }
        for (Expansion expansion : expansions) {
            expand(entity, expansion, expander);
        }
    }

    /** What an open extension holds. */
    private void undeclared(Entity entity, StructuredType type) throws IOException {
        for (Map.Entry<String, JsonNode> each : entity.properties().properties()) {
            if (type.property(each.getKey()).isEmpty()) {
                shaped(entity, type, each.getKey(), Json.write(each.getValue()).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void annotations(Entity entity, StructuredType type, String declared) throws IOException {
        boolean told = level == MetadataLevel.FULL || !type.name().equals(declared) || type.isA(EXTENSION);
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
        return baseUrl + "/v2/" + tenantId + "/directoryObjects/" + entity.id() + "/Microsoft.DirectoryServices."
                + PascalCase.of(entity.type());
    }

    /** Complex values, what is contained in the entity, and values that the Edm does not know: extensions. */
    private void shaped(Entity entity, StructuredType type, String name, byte[] stored) throws IOException {
        JsonNode value = Json.parse(stored);
        Optional<Property> property = type.property(name);
        Optional<Navigation> contained = type.navigation(name);
        if (property.isEmpty() && contained.isPresent()) {
            context(entity, contained.get());
        }
        if (property.isEmpty() && value.isArray() && level != MetadataLevel.NONE) {
            json.writeStringField(name + "@odata.type", Shapes.TEXTS);
        }
        json.writeFieldName(name);
        if (property.isPresent()) {
            value(property.get().type(), value);
        } else {
            json.writeTree(value);
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
            context(entity, expansion.navigation());
            json.writeFieldName(expansion.navigation().name());
            expanded(one.entity().get(), expansion, expander);
        } else if (expansion.navigation().contained()) {
            json.writeNullField(expansion.navigation().name());
        }
    }

    private void expanded(Entity related, Expansion expansion, Expander expander) throws IOException {
        depth++;
        write(related, expansion.navigation().target(), expansion.selection(), expansion.deeper(), expander);
        depth--;
    }

    /** Where what is contained in an entity belongs, told beside it (synchronization-api.md §1). */
    private void context(Entity entity, Navigation navigation) throws IOException {
        boolean single = navigation.contained() && !navigation.collection();
        if (single && depth == 0 && level != MetadataLevel.NONE) {
            json.writeStringField(
                    navigation.name() + "@odata.context",
                    contexts.apply(entity) + "/" + navigation.name() + "/$entity");
        }
    }

    /** A value that is no entity, shaped by its complex type. */
    public void value(TypeRef type, JsonNode value) throws IOException {
        new ValueJson(model, json).value(type, value);
    }

    /** The members of such a value, for an object that the caller has begun. */
    public void valueMembers(TypeRef type, JsonNode value) throws IOException {
        new ValueJson(model, json).members(type, value);
    }
}
