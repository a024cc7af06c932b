package io.tenantry.graph;

import io.tenantry.graph.write.EntityWriter;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.query.Expansion;
import io.tenantry.odata.sql.CollectionQuery;
import io.tenantry.odata.sql.FirstRelated;
import io.tenantry.resource.CollectionSource;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what {@code $expand} shows of an entity: one, or the first 20 of many (odata-protocol.md §10). */
final class Expander implements EntityWriter.Expander {
    private static final int MOST = 20;

    private final Exchange exchange;
    private final Map<String, Map<String, List<Entity>>> loaded = new HashMap<>();

    /** Loads what references lead to for all entities of a page at once. */
    Expander(Exchange exchange, List<Entity> entities, List<Expansion> expansions) {
        this.exchange = exchange;
        for (Expansion expansion : expansions) {
            exchange.resolver()
                    .relation(template(exchange, expansion), expansion.navigation())
                    .ifPresent(relation -> load(expansion, relation, entities));
        }
    }

    /** Level by level; whose manager is known is not asked for again, so that circles end. */
    private void load(Expansion expansion, Navigation.Relation relation, List<Entity> entities) {
        Map<String, List<Entity>> known =
                loaded.computeIfAbsent(expansion.navigation().name(), name -> new HashMap<>());
        FirstRelated related = new FirstRelated(exchange.call().session(), relation);
        int most = expansion.navigation().collection() ? MOST : 1;
        List<Entity> owners = entities;
        for (int level = 0; level < expansion.levels() && !owners.isEmpty(); level++) {
            List<String> ids = owners.stream()
                    .map(Entity::id)
                    .distinct()
                    .filter(id -> !known.containsKey(id))
                    .toList();
            Map<String, List<Entity>> found = related.of(ids, most);
            ids.forEach(id -> known.put(id, found.getOrDefault(id, List.of())));
            owners = found.values().stream().flatMap(List::stream).toList();
        }
    }

    /** What is expanded needs the permission to read it by itself. */
    static void check(Exchange exchange, List<Expansion> expansions) {
        for (Expansion expansion : expansions) {
            exchange.access()
                    .require(
                            exchange.call().caller(),
                            "GET",
                            template(exchange, expansion),
                            exchange.call().keys());
        }
    }

    @Override
    public EntityWriter.Expanded expand(Entity entity, Expansion expansion) {
        Map<String, List<Entity>> known = loaded.get(expansion.navigation().name());
        if (known == null) {
            return single(entity, expansion);
        }
        List<Entity> related = known.getOrDefault(entity.id(), List.of());
        return expansion.navigation().collection()
                ? new EntityWriter.Expanded.Many(related)
                : new EntityWriter.Expanded.One(related.stream().findFirst());
    }

    private EntityWriter.Expanded single(Entity entity, Expansion expansion) {
        Resolver resolver = exchange.resolver();
        resolver.from(entity);
        String template = template(exchange, expansion);
        if (!expansion.navigation().collection()) {
            return new EntityWriter.Expanded.One(resolver.findSingle(template, expansion.navigation(), entity));
        }
        CollectionSource source = resolver.source(template, expansion.navigation(), entity);
        if (source instanceof CollectionSource.Fixed) {
            throw GraphError.of(
                    400,
                    "ExpandNotSupported",
                    "Expand is not allowed for property '"
                            + expansion.navigation().name() + "' according to the entity schema.");
        }
        return new EntityWriter.Expanded.Many(
                new CollectionQuery(exchange.call().session(), source, null).first(MOST));
    }

    private static String template(Exchange exchange, Expansion expansion) {
        String template = exchange.path().last().template();
        boolean keyed = template.endsWith("{}") || !exchange.path().last().collection();
        return template + (keyed ? "/" : "/{}/") + expansion.navigation().name();
    }
}
