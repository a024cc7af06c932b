package io.tenantry.graph.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tenantry.family.Sight.Seen;
import io.tenantry.format.Json;
import io.tenantry.graph.json.Projection.Member;
import io.tenantry.graph.json.Projection.Values;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import io.tenantry.odata.query.Selection;
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
    private static final Map<Default, Projection> DEFAULTS = new ConcurrentHashMap<>();

    private record Default(StructuredType type, Seen seen) {}

    private record Shape(StructuredType type, Selection selection, Seen seen) {}

    private final GraphModel model;
    private final MetadataLevel level;
    private final Map<Shape, Projection> made = new HashMap<>();
    private Shape last;
    private Projection lastProjection;

    Shapes(GraphModel model, MetadataLevel level) {
        this.model = model;
        this.level = level;
    }

    /** @param seen what the caller sees of the object */
    Projection of(StructuredType type, Selection selection, Seen seen) {
        if (last == null || last.type != type || last.selection != selection || last.seen != seen) {
            lastProjection = find(type, selection, seen);
            last = new Shape(type, selection, seen); // most answers show objects of one type, one as the other
        }
        return lastProjection;
    }

    private Projection find(StructuredType type, Selection selection, Seen seen) {
        return selection == Selection.DEFAULT && level == MetadataLevel.MINIMAL
                ? DEFAULTS.computeIfAbsent(new Default(type, seen), shape -> projection(type, selection, seen))
                : made.computeIfAbsent(new Shape(type, selection, seen), shape -> projection(type, selection, seen));
    }

    private Projection projection(StructuredType type, Selection selection, Seen seen) {
        List<Member> members = new ArrayList<>();
        if (selection.all()) {
            defaults(members, type, seen);
        }
        if (selection.asked()) {
            selected(members, selection, type, seen);
        } else if (seen.rest()) {
            // what a document holds of a related object comes along: the user that an invitation made
            type.inline()
                    .forEach(navigation -> members.add(new Member(navigation.name(), null, null, values(navigation))));
        }
        return new Projection(members);
    }

    /** What tells beside it where it belongs is written for itself. */
    private static Values values(Navigation navigation) {
        return navigation.contained() && !navigation.collection() ? Values.SHAPED : Values.AS_STORED;
    }

    /**
     * A deleted object tells when it was deleted (directory.md §9). What has no identity yet, such as an organization that nobody has
     * founded, shows no id.
     */
    private void defaults(List<Member> members, StructuredType type, Seen seen) {
        type.property("deletedDateTime")
                .filter(Property::selectOnly)
                .ifPresent(deleted -> members.add(member(deleted, true, seen)));
        type.shown()
                .forEach(
                        property -> members.add(member(property, property.name().equals("id"), seen)));
    }

    /** Names that this type does not have are those of other types in the same collection, or extensions. */
    private void selected(List<Member> members, Selection selection, StructuredType type, Seen seen) {
        for (String name : selection.names()) {
            Optional<Property> property = type.property(name);
            if (property.isEmpty()) {
                if (type.open() && seen.shows(name)) {
                    members.add(new Member(name, null, null, Values.SHAPED));
                }
            } else if (!selection.all() || property.get().selectOnly()) {
                members.add(member(property.get(), false, seen));
            }
        }
    }

    /** @param optional whether it is left out where there is no value, as a few always are */
    private Member member(Property property, boolean optional, Seen seen) {
        TypeRef type = property.type();
        boolean texts = type.collection() && type.name().equals("Edm.String");
        String annotation = level == MetadataLevel.FULL && texts ? TEXTS : null;
        if (!seen.shows(property.name())) {
            return new Member(property.name(), annotation, optional ? null : nothing(type), Values.HIDDEN);
        }
        return new Member(
                property.name(),
                annotation,
                optional || property.absent().isMissingNode() ? null : absent(property),
                type.kind() == TypeRef.Kind.COMPLEX ? Values.SHAPED : Values.AS_STORED);
    }

    /** Not the default of the property, which would say something of the object. */
    private static String nothing(TypeRef type) {
        return type.collection() ? "[]" : "null";
    }

    private String absent(Property property) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            new ValueJson(model, json).value(property.type(), property.absent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
