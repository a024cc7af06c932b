package io.tenantry.graph.pipeline;

import io.tenantry.error.GraphError;
import io.tenantry.family.CollectionSource;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Ids;
import io.tenantry.graph.path.ResourcePath;
import io.tenantry.graph.path.ResourcePath.Located;
import io.tenantry.graph.path.ResourcePath.Step;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.sql.CollectionQuery;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.Optional;
import java.util.function.Supplier;

/** Follows a path through the store, step by step; 404 names the first key that leads nowhere (directory.md §2). */
final class Resolver {
    private final GraphRegistry registry;
    private final GraphModel model;
    private final GraphCall call;
    private final String method;
    private final Session session;
    private Target target;
    /** The nearest entity on the path that was found by a key: contained children have its id as parent. */
    private Entity keyed;
    /** A reference is to be taken away. */
    private boolean reference;

    Resolver(GraphRegistry registry, GraphModel model, GraphCall call, String method) {
        this.registry = registry;
        this.model = model;
        this.call = call;
        this.method = method;
        this.session = call.session();
    }

    /** Where the path leads, up to an operation or a property, which are not followed. */
    Target resolve(ResourcePath path) {
        reference = path.tail() == ResourcePath.Tail.REF && method.equals("DELETE");
        for (Located located : path.located()) {
            if (located.step() instanceof Step.Root root) {
                root(located, root);
            } else if (located.step() instanceof Step.Key key) {
                target = new Target.One(located.type(), byKey(located, key), owner());
            } else if (located.step() instanceof Step.Navigate navigate) {
                target = navigate(located, navigate.navigation());
            } else if (located.step() instanceof Step.Cast) {
                cast(located);
            }
        }
        return target;
    }

    private Entity owner() {
        return target instanceof Target.Many many
                ? many.owner()
                : target instanceof Target.One one ? one.entity() : null;
    }

    private void root(Located located, Step.Root root) {
        if (root.root().collection()) {
            target = new Target.Many(located.type(), () -> root(located), null, null);
        } else {
            target = new Target.One(located.type(), null, null);
        }
    }

    private CollectionSource root(Located located) {
        return registry.source(located.template())
                .map(rule -> rule.of(call, null))
                .orElseGet(() -> new CollectionSource.All(located.type().name()));
    }

    // ---- keys

    private Entity byKey(Located located, Step.Key key) {
        Target.Many many = (Target.Many) target;
        Entity found = find(located, many, key)
                .filter(entity -> many.cast() == null || entity.type().equals(many.cast()))
                .orElseThrow(() -> missing(located, many, key));
        keyed = found;
        return found;
    }

    /** What is no member is missed at what it was to be taken from (field-findings.md §3). */
    private GraphError missing(Located located, Target.Many many, Step.Key key) {
        return reference && many.owner() != null
                ? GraphError.notFound(many.owner().id())
                : registry.missing(located.template(), method, key.value());
    }

    Optional<Entity> find(Located located, Target.Many many, Step.Key key) {
        Optional<GraphRegistry.Keyed> rule = registry.keyed(located.template());
        String value = Ids.canonical(key.value());
        if (rule.isPresent()) {
            return rule.get().find(call, many.owner(), value);
        }
        if (key.property() != null) {
            return session.findBy(many.type().name(), key.property(), value);
        }
        if (many.type().isA("directoryObject") && many.type().directory() && !Ids.isGuid(value)) {
            return byName(many.type(), key.value());
        }
        return bySource(many, value);
    }

    private Optional<Entity> bySource(Target.Many many, String value) {
        CollectionSource source = many.source();
        if (source instanceof CollectionSource.All all) {
            return all.type().equals("directoryObject")
                    ? session.findObject(value, false)
                    : session.find(all.type(), value);
        }
        if (source instanceof CollectionSource.Children children) {
            return session.findChild(children.type(), children.parent(), value);
        }
        if (source instanceof CollectionSource.Fixed fixed) {
            return fixed.entities().stream().filter(e -> e.id().equals(value)).findFirst();
        }
        return new CollectionQuery(session, source, many.cast()).find(value);
    }

    /** Users are addressed by UPN too; every other directory object needs a GUID (directory.md E3). */
    private Optional<Entity> byName(StructuredType type, String key) {
        if (!type.name().equals("user")) {
            throw GraphError.badRequest("Invalid object identifier '" + key + "'.");
        }
        return session.findBy("user", "userPrincipalName", key);
    }

    // ---- navigation

    private Target navigate(Located located, Navigation navigation) {
        Entity owner = owner();
        return navigation.collection()
                ? new Target.Many(located.type(), () -> source(located.template(), navigation, owner), owner, null)
                : new Target.One(located.type(), single(located.template(), located.type(), navigation, owner), owner);
    }

    CollectionSource source(String template, Navigation navigation, Entity owner) {
        Optional<GraphRegistry.Source> rule = registry.source(template);
        if (rule.isPresent()) {
            return rule.get().of(call, owner);
        }
        if (navigation.relation().isPresent()) {
            Navigation.Relation relation = navigation.relation().get();
            return new CollectionSource.Related(relation.kind(), owner.id(), relation.inverse(), relation.transitive());
        }
        return keyed == null
                ? new CollectionSource.All(navigation.target())
                : new CollectionSource.Children(navigation.target(), keyed.id());
    }

    private Entity single(String template, StructuredType type, Navigation navigation, Entity owner) {
        Optional<Entity> found = findSingle(template, navigation, owner);
        if (found.isEmpty() && !isPlace(type)) {
            throw registry.missing(
                    template,
                    method,
                    keyed == null || navigation.relation().isPresent() ? navigation.name() : keyed.id());
        }
        return found.orElse(null);
    }

    /** What a navigation expands to is among; empty where a rule of the family finds the one entity by itself. */
    Optional<CollectionSource> expanded(String template, Navigation navigation, Entity entity) {
        keyed = entity;
        return registry.single(template).isPresent()
                ? Optional.empty()
                : Optional.of(source(template, navigation, entity));
    }

    /** The entity of a single-valued navigation, as far as there is one. */
    Optional<Entity> findSingle(String template, Navigation navigation, Entity owner) {
        Optional<GraphRegistry.Single> rule = registry.single(template);
        if (rule.isPresent()) {
            return rule.get().find(call, owner);
        }
        if (navigation.relation().isPresent()) {
            CollectionSource source = source(template, navigation, owner);
            return new CollectionQuery(session, source, null).first(1).stream().findFirst();
        }
        Entity parent = keyed == null ? owner : keyed;
        return parent == null
                ? session.children(navigation.target(), "").stream().findFirst()
                : session.findChild(navigation.target(), parent.id(), parent.id());
    }

    /** Types without data of their own only give others a place in the path. */
    private static boolean isPlace(StructuredType type) {
        return type.properties().stream().allMatch(p -> p.name().equals("id"));
    }

    private void cast(Located located) {
        String name = located.type().name();
        if (target instanceof Target.Many many) {
            Supplier<CollectionSource> contents = registry.source(located.template())
                    .<Supplier<CollectionSource>>map(rule -> () -> rule.of(call, many.owner()))
                    .orElse(many.contents());
            target = new Target.Many(located.type(), contents, many.owner(), name);
        } else if (target instanceof Target.One one && one.entity() != null) {
            if (!model.type(one.entity().type()).isA(name)) {
                throw GraphError.notFound(one.entity().id());
            }
            target = new Target.One(located.type(), one.entity(), one.owner());
        }
    }
}
