package io.tenantry.graph.delta;

import io.tenantry.error.GraphError;
import io.tenantry.family.Sight.Seen;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.query.DeltaToken;
import io.tenantry.odata.query.Selection;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a delta query shows and tracks (directory.md §17): the selected properties, {@code id} always, and the selected relationships;
 * without {@code $select} the default set and every relationship.
 *
 * <p>What the caller does not see is neither shown nor tracked. To ask for it is refused: the token may be that of somebody else.
 *
 * @param named lower-case names of {@code $select}
 */
public record DeltaShape(Selection selection, Set<String> named, DeltaRights rights) {

    static DeltaShape of(DeltaToken token, GraphModel model, StructuredType type, DeltaRights rights) {
        String select = token.select().orElse("");
        DeltaShape shape = new DeltaShape(
                select.isBlank() ? Selection.DEFAULT : Selection.parse(select, model, type, true),
                Arrays.stream(select.toLowerCase(Locale.ROOT).split(","))
                        .map(String::trim)
                        .collect(Collectors.toSet()),
                rights);
        shape.selection.names().forEach(name -> rights.track(type, name));
        type.navigations().stream()
                .filter(navigation -> isReference(navigation) && shape.isNamed(navigation))
                .filter(navigation -> !rights.follows(type, navigation))
                .findFirst()
                .ifPresent(navigation -> {
                    throw GraphError.denied();
                });
        return shape;
    }

    /** Kinds of the references that an object comes with in the first round: members, others where they are selected. */
    List<String> initialKinds(StructuredType own) {
        return own.navigations().stream()
                .filter(DeltaShape::isReference)
                .filter(n -> !selection.asked() ? n.name().equals("members") : isNamed(n))
                .filter(n -> rights.follows(own, n))
                .map(n -> n.relation().orElseThrow().kind())
                .toList();
    }

    /** The relationship under which a change of a reference is told, if it is told. */
    Optional<Navigation> navigation(StructuredType own, String kind) {
        return own.navigations().stream()
                .filter(DeltaShape::isReference)
                .filter(n -> n.relation().orElseThrow().kind().equals(kind))
                .filter(n -> !selection.asked() || isNamed(n))
                .filter(n -> rights.follows(own, n))
                .findFirst();
    }

    private static boolean isReference(Navigation navigation) {
        return navigation
                .relation()
                .filter(relation -> !relation.inverse() && !relation.transitive())
                .isPresent();
    }

    private boolean isNamed(Navigation navigation) {
        return named.contains(navigation.name().toLowerCase(Locale.ROOT));
    }

    /** Whether a change is one of what was selected; what comes, goes or cannot be told apart always is. */
    boolean tracks(DeltaItem item, GraphModel model) {
        if (item.changed().isEmpty() || item.removed()) {
            return true;
        }
        StructuredType own = model.type(item.now().orElseThrow().type());
        Seen seen = rights.seen(own);
        if (!selection.asked() && seen.whole()) {
            return true;
        }
        return item.changed().get().stream()
                        .anyMatch(name -> seen.shows(name)
                                && (!selection.asked() || selection.names().contains(name)))
                || item.references().stream()
                        .anyMatch(r -> navigation(own, r.kind()).isPresent());
    }

    /**
     * The properties of one item: a new object has them all, a changed one leaves out what was never set.
     *
     * @param minimal whether only what has changed is wanted ({@code Prefer: return=minimal})
     */
    Selection of(DeltaItem item, StructuredType type, boolean minimal) {
        Set<String> names = new LinkedHashSet<>(Set.of("id"));
        if (item.changed().isEmpty()) {
            names.addAll(selection.names());
            return selection.asked() ? Selection.of(names, selection.all()) : selection;
        }
        Set<String> changed = item.changed().get();
        names(type).stream()
                .filter(name -> changed.contains(name)
                        || !minimal && item.now().orElseThrow().get(name) != null)
                .forEach(names::add);
        return Selection.of(names, false);
    }

    private Collection<String> names(StructuredType type) {
        Collection<String> names = !selection.all()
                ? selection.names()
                : type.properties().stream()
                        .filter(property -> !property.selectOnly())
                        .map(Property::name)
                        .toList();
        return names.stream().filter(rights.seen(type)::shows).toList();
    }
}
