package io.tenantry.graph.delta;

import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.query.Selection;
import io.tenantry.store.Entity;
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
 * @param navigations lower-case names of {@code $select}, empty without one
 */
public record DeltaShape(Optional<Selection> selection, Optional<Set<String>> navigations) {

    static DeltaShape of(Optional<String> select, GraphModel model, StructuredType type) {
        Optional<Selection> selection = Selection.parse(select, model, type, true);
        return new DeltaShape(selection, selection.map(s -> Arrays.stream(
                        select.orElse("").toLowerCase(Locale.ROOT).split(","))
                .map(String::trim)
                .collect(Collectors.toSet())));
    }

    boolean shows(Navigation navigation) {
        return navigations.isEmpty()
                || navigations.get().contains(navigation.name().toLowerCase(Locale.ROOT));
    }

    /** Kinds of the references that an object comes with when it is shown for the first time. */
    List<String> initialKinds(String type) {
        if (type.equals("group")) {
            return navigations.isEmpty() || navigations.get().contains("members") ? List.of("member") : List.of();
        }
        boolean manager = type.equals("user")
                && navigations.isPresent()
                && navigations.get().contains("manager");
        return manager ? List.of("manager") : List.of();
    }

    /** Whether a change is one of what was selected; what comes, goes or cannot be told apart always is. */
    boolean tracks(DeltaChanges.Item item) {
        if (selection.isEmpty() || item.changed().isEmpty() || item.now() == null || isDeleted(item.now())) {
            return true;
        }
        boolean property =
                item.changed().get().stream().anyMatch(selection.get().names()::contains);
        boolean reference = item.references().stream()
                .anyMatch(r -> navigations.get().stream().anyMatch(name -> name.startsWith(r.name())));
        return property || reference;
    }

    static boolean isDeleted(Entity object) {
        return object.get("deletedDateTime") != null;
    }

    /**
     * The properties of one item: a new object has them all, a changed one leaves out what was never set.
     *
     * @param minimal whether only what has changed is wanted ({@code Prefer: return=minimal})
     */
    Optional<Selection> of(DeltaChanges.Item item, StructuredType type, boolean minimal) {
        Set<String> names = new LinkedHashSet<>(Set.of("id"));
        if (item.changed().isEmpty()) {
            selection.ifPresent(s -> names.addAll(s.names()));
            return selection.map(s -> new Selection(names, s.all()));
        }
        Set<String> changed = item.changed().get();
        names(type).stream()
                .filter(name -> changed.contains(name) || !minimal && item.now().get(name) != null)
                .forEach(names::add);
        return Optional.of(new Selection(names, false));
    }

    private Collection<String> names(StructuredType type) {
        return selection
                .filter(s -> !s.all())
                .<Collection<String>>map(Selection::names)
                .orElseGet(() -> type.properties().stream()
                        .filter(property -> !property.selectOnly())
                        .map(Property::name)
                        .toList());
    }
}
