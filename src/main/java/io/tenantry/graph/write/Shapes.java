package io.tenantry.graph.write;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenantry.graph.write.Projection.Member;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import io.tenantry.odata.query.Selection;
import io.tenantry.store.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which members an answer shows of each type: the default or selected properties, in the Edm's or the request's order. */
final class Shapes {
    static final String TEXTS = "#Collection(String)";
    /** What is shown without {@code $select} at the usual metadata level, of every type of every model. */
    private static final Map<StructuredType, Projection> DEFAULTS = new ConcurrentHashMap<>();

    private record Shape(StructuredType type, Optional<Selection> selection) {}

    private final GraphModel model;
    private final MetadataLevel level;
    private final Map<Shape, Projection> made = new HashMap<>();

    Shapes(GraphModel model, MetadataLevel level) {
        this.model = model;
        this.level = level;
    }

    Projection of(StructuredType type, Optional<Selection> selection) {
        return selection.isEmpty() && level == MetadataLevel.MINIMAL
                ? DEFAULTS.computeIfAbsent(type, t -> projection(t, selection))
                : made.computeIfAbsent(new Shape(type, selection), shape -> projection(type, selection));
    }

    private Projection projection(StructuredType type, Optional<Selection> selection) {
        List<Member> members = new ArrayList<>();
        if (selection.isEmpty() || selection.get().all()) {
            defaults(members, type);
        }
        if (selection.isPresent()) {
            selected(members, selection.get(), type);
        } else {
            // what a document holds of a related object comes along: the user that an invitation made
            type.inline().forEach(navigation -> members.add(new Member(navigation.name(), null, null, false)));
        }
        return new Projection(members);
    }

    /**
     * A deleted object tells when it was deleted (directory.md §9). What has no identity yet, such as an organization that nobody has
     * founded, shows no id.
     */
    private void defaults(List<Member> members, StructuredType type) {
        type.property("deletedDateTime")
                .filter(Property::selectOnly)
                .ifPresent(deleted -> members.add(member(deleted, true)));
        type.shown()
                .forEach(
                        property -> members.add(member(property, property.name().equals("id"))));
    }

    /** Names that this type does not have are those of other types in the same collection, or extensions. */
    private void selected(List<Member> members, Selection selection, StructuredType type) {
        for (String name : selection.names()) {
            Optional<Property> property = type.property(name);
            if (property.isEmpty()) {
                if (type.open()) {
                    members.add(new Member(name, null, null, true));
                }
            } else if (!selection.all() || property.get().selectOnly()) {
                members.add(member(property.get(), false));
            }
        }
    }

    /** @param optional whether it is left out where there is no value */
    private Member member(Property property, boolean optional) {
        TypeRef type = property.type();
        boolean texts = type.collection() && type.name().equals("Edm.String");
        return new Member(
                property.name(),
                level == MetadataLevel.FULL && texts ? TEXTS : null,
                optional ? null : absent(property),
                type.kind() == TypeRef.Kind.COMPLEX);
    }

    private String absent(Property property) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            new ValueWriter(model, json).value(property.type(), property.absent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
