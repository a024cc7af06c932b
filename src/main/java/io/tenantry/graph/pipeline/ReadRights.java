package io.tenantry.graph.pipeline;

import io.tenantry.error.GraphError;
import io.tenantry.family.Access;
import io.tenantry.family.Caller;
import io.tenantry.family.Sight;
import io.tenantry.family.Sight.Seen;
import io.tenantry.graph.delta.DeltaRights;
import io.tenantry.graph.path.ResourcePath;
import io.tenantry.graph.path.ResourcePath.Step;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.query.Asked;
import io.tenantry.odata.query.Expansion;
import io.tenantry.odata.query.Selection;
import io.tenantry.store.Entity;
import io.tenantry.store.key.Tables;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a caller may ask of objects. What it does not see is shown as nothing ({@code EntityJson}); what would tell of it all the same
 * is refused here.
 */
final class ReadRights implements DeltaRights {
    private final GraphModel model;
    private final Access access;
    private final Caller caller;
    private final Sight sight;

    ReadRights(GraphModel model, Access access, Caller caller) {
        this.model = model;
        this.access = access;
        this.caller = caller;
        this.sight = caller.sight();
    }

    // ---- paths

    /**
     * Throws 403 unless the rows of the whole path let the caller read. What stands behind a reference is read as if its own set had been
     * called: memberships are not the way to the managers of members. Alternate keys are properties by which an object is looked for.
     */
    void require(ResourcePath path, List<String> keys) {
        access.require(caller, "GET", path.objectTemplate(), keys);
        boolean referred = false;
        int passed = 0;
        for (int i = 0; i < path.located().size(); i++) {
            Step step = path.located().get(i).step();
            if (step instanceof Step.Navigate navigate) {
                if (referred) {
                    requireBehind(path, i, keys.subList(isKeyed(path, i) ? passed - 1 : passed, keys.size()));
                }
                referred |= isReference(navigate);
            } else if (step instanceof Step.Key key) {
                passed++;
                if (key.property() != null) {
                    require(path.located().get(i).type(), key.property());
                }
            }
        }
    }

    private static boolean isReference(Step step) {
        return step instanceof Step.Navigate navigate && !navigate.navigation().contained();
    }

    /** Whether the object before a segment is named by a key, not by a single reference; a cast may stand behind it. */
    private static boolean isKeyed(ResourcePath path, int segment) {
        int object = segment - 1;
        while (path.located().get(object).step() instanceof Step.Cast) {
            object--;
        }
        return path.located().get(object).step() instanceof Step.Key;
    }

    private void requireBehind(ResourcePath path, int navigation, List<String> keys) {
        ResourcePath.Located owner = path.located().get(navigation - 1);
        String behind = path.objectTemplate().substring(owner.template().length());
        own(owner.type()).ifPresent(own -> access.require(caller, "GET", own + behind, keys));
    }

    /** Where objects of a type are addressed by themselves: {@code /users/{}}. */
    private Optional<String> own(StructuredType type) {
        return model.set(type).map(set -> "/" + set.name() + "/{}");
    }

    // ---- queries

    /**
     * Short names of the types whose objects a query must leave out, because it asks for what the caller does not see of them: a
     * collection of directory objects holds several types.
     *
     * @throws GraphError 403 where nothing remains that it could find
     */
    Set<String> leftOut(StructuredType type, Asked asked) {
        asked.relationships().forEach(relationship -> requireRelationship(type, relationship));
        if (!isOfAnyType(type)) {
            asked.properties().forEach(property -> require(type, property));
            return Set.of();
        }
        Set<String> hidden = sight.limited().stream()
                .filter(each -> hides(sight.of(each), asked.properties()))
                .collect(Collectors.toSet());
        if (!hidden.isEmpty() && model.types().stream().noneMatch(each -> isMeant(each, hidden, asked.properties()))) {
            throw asked.properties().stream()
                    .filter(sight::refuses)
                    .findFirst()
                    .map(sight::refusal)
                    .orElseGet(GraphError::denied);
        }
        return hidden;
    }

    private static boolean hides(Seen seen, Set<String> properties) {
        return properties.stream().anyMatch(property -> !seen.shows(property));
    }

    /** Whether a query can be about a type of directory objects: one with these properties that the caller reads, not only knows by name. */
    private boolean isMeant(StructuredType type, Set<String> hidden, Set<String> properties) {
        return Tables.of(type.name()) == Tables.DIRECTORY_OBJECT
                && !isOfAnyType(type)
                && !hidden.contains(type.name())
                && sight.of(type.name()).rest()
                && properties.stream()
                        .allMatch(name ->
                                type.property(name).isPresent() || type.open() && name.startsWith("extension_"));
    }

    private static boolean isOfAnyType(StructuredType type) {
        return type.name().equals("directoryObject");
    }

    /** Throws the error with which the property is refused to who does not see it. */
    void require(StructuredType type, String property) {
        require(sight.of(type.name()), property);
    }

    void require(Entity entity, String property) {
        require(sight.of(entity), property);
    }

    private void require(Seen seen, String property) {
        if (!seen.shows(property)) {
            throw sight.refusal(property);
        }
    }

    private void requireRelationship(StructuredType type, Navigation relationship) {
        own(type).ifPresent(path -> access.require(caller, "GET", path + "/" + relationship.name(), List.of()));
    }

    // ---- what is shown

    /** Throws 403 for a selected property of which Graph says that a permission is missing. */
    void select(Selection selection, Seen seen) {
        for (String name : selection.names()) {
            if (sight.refuses(name) && !seen.shows(name)) {
                throw sight.refusal(name);
            }
        }
    }

    /** Of the objects of a type, or of any that a collection of directory objects may hold. */
    void select(Selection selection, StructuredType type) {
        if (isOfAnyType(type)) {
            sight.limited().forEach(each -> select(selection, sight.of(each)));
        } else {
            select(selection, sight.of(type.name()));
        }
    }

    /** An object that is addressed by itself; what a reference leads to may be named to who sees no more of it. */
    void open(Entity entity, ResourcePath path) {
        boolean referred = path.located().stream().anyMatch(each -> isReference(each.step()));
        if (!referred && sight.of(entity).nothing()) {
            throw GraphError.denied();
        }
    }

    /**
     * What is expanded needs the permission to read it by itself.
     *
     * @param owner the type that has the relationships
     * @param path of what is expanded, one object or a collection
     * @param keys in the path
     */
    void expand(List<Expansion> expansions, StructuredType owner, ResourcePath path, List<String> keys) {
        if (expansions.isEmpty()) {
            return;
        }
        ResourcePath.Located last = path.last();
        Optional<String> own = own(owner);
        String object = own.orElse(last.template() + (last.collection() ? "/{}" : ""));
        int first =
                own.isEmpty() ? 0 : keys.size() - (isKeyed(path, path.located().size()) ? 1 : 0);
        for (Expansion expansion : expansions) {
            String template = object + "/" + expansion.navigation().name();
            access.require(caller, "GET", template, keys.subList(first, keys.size()));
            select(expansion.selection(), model.type(expansion.navigation().target()));
        }
    }

    // ---- delta

    @Override
    public Seen seen(StructuredType type) {
        return sight.of(type.name());
    }

    @Override
    public boolean follows(StructuredType owner, Navigation relationship) {
        return own(owner)
                .filter(path -> access.allows(caller, "GET", path + "/" + relationship.name(), List.of()))
                .isPresent();
    }

    @Override
    public void track(StructuredType type, String property) {
        if (isOfAnyType(type)) {
            leftOut(type, new Asked(Set.of(property), Set.of()));
        } else {
            require(type, property);
        }
    }
}
