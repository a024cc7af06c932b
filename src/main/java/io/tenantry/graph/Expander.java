package io.tenantry.graph;

import io.tenantry.error.GraphError;
import io.tenantry.family.CollectionSource;
import io.tenantry.graph.write.EntityWriter;
import io.tenantry.odata.query.Expansion;
import io.tenantry.odata.sql.CollectionQuery;
import io.tenantry.odata.sql.FirstOfEach;
import io.tenantry.store.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what {@code $expand} shows of an entity: one, or the first 20 of many (odata-protocol.md §10). */
final class Expander implements EntityWriter.Expander {
    private static final int MOST = 20;

    private final Exchange exchange;
    private final Map<String, Map<String, List<Entity>>> loaded = new HashMap<>();

    /** Loads what the entities of a page lead to for all of them at once, as far as their collections can be found together. */
    Expander(Exchange exchange, List<Entity> entities, List<Expansion> expansions) {
        this.exchange = exchange;
        expansions.forEach(expansion -> load(expansion, entities));
    }

    /** Level by level; whose manager is known is not asked for again, so that circles end. */
    private void load(Expansion expansion, List<Entity> entities) {
        Map<String, List<Entity>> known =
                loaded.computeIfAbsent(expansion.navigation().name(), name -> new HashMap<>());
        int most = expansion.navigation().collection() ? MOST : 1;
        FirstOfEach first = new FirstOfEach(exchange.call().session(), most);
        List<Entity> owners = entities;
        for (int level = 0; level < expansion.levels() && !owners.isEmpty(); level++) {
            Map<String, List<Entity>> found = first.of(sources(expansion, owners, known.keySet()));
            known.putAll(found);
            owners = found.values().stream().flatMap(List::stream).toList();
        }
    }

    /** By owner. */
    private Map<String, CollectionSource> sources(Expansion expansion, List<Entity> owners, Set<String> known) {
        Resolver resolver = exchange.resolver();
        String template = template(exchange, expansion);
        Map<String, CollectionSource> sources = new HashMap<>();
        for (Entity owner : owners) {
            if (!known.contains(owner.id())) {
                resolver.expanded(template, expansion.navigation(), owner)
                        .ifPresent(source -> sources.put(owner.id(), expandable(source, expansion)));
            }
        }
        return sources;
    }

    private static CollectionSource expandable(CollectionSource source, Expansion expansion) {
        if (source instanceof CollectionSource.Fixed) {
            throw GraphError.of(
                    400,
                    "ExpandNotSupported",
                    "Expand is not allowed for property '"
                            + expansion.navigation().name() + "' according to the entity schema.");
        }
        return source;
    }

    @Override
    public EntityWriter.Expanded expand(Entity entity, Expansion expansion) {
        List<Entity> related = loaded.get(expansion.navigation().name()).get(entity.id());
        if (related == null) {
            return single(entity, expansion);
        }
        return expansion.navigation().collection()
                ? new EntityWriter.Expanded.Many(related)
                : new EntityWriter.Expanded.One(related.stream().findFirst());
    }

    /** What nothing but the entity itself leads to: what a rule of its family finds. */
    private EntityWriter.Expanded single(Entity entity, Expansion expansion) {
        Resolver resolver = exchange.resolver();
        String template = template(exchange, expansion);
        return resolver.expanded(template, expansion.navigation(), entity)
                .<EntityWriter.Expanded>map(source -> new EntityWriter.Expanded.Many(
                        new CollectionQuery(exchange.call().session(), source, null).first(MOST)))
                .orElseGet(() ->
                        new EntityWriter.Expanded.One(resolver.findSingle(template, expansion.navigation(), entity)));
    }

    private static String template(Exchange exchange, Expansion expansion) {
        String template = exchange.path().last().template();
        boolean keyed = template.endsWith("{}") || !exchange.path().last().collection();
        return template + (keyed ? "/" : "/{}/") + expansion.navigation().name();
    }
}
