package io.tenantry.graph.pipeline;

import io.tenantry.error.GraphError;
import io.tenantry.family.CollectionSource;
import io.tenantry.graph.json.EntityJson;
import io.tenantry.odata.query.Expansion;
import io.tenantry.odata.query.Page;
import io.tenantry.odata.sql.CollectionQuery;
import io.tenantry.odata.sql.FirstOfEach;
import io.tenantry.store.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what {@code $expand} shows of an entity: one, or the first 20 of many (odata-protocol.md §10). */
final class Expander implements EntityJson.Expander {
    private static final int MOST = 20;

    /** Objects for which it is loaded in one go, a page of the usual size; fewer where more is loaded for each. */
    private static final int STEP = 100;

    private static final int LEAST_STEP = 10;

    private final RoutedCall routed;
    private final Map<String, Map<String, List<Entity>>> loaded = new HashMap<>();
    private int reach;

    /** Loads what the entities of a page lead to for many of them at once, as far as their collections can be found together. */
    Expander(RoutedCall routed, List<Entity> entities, List<Expansion> expansions) {
        this.routed = routed;
        int most = Math.max(LEAST_STEP, STEP / Math.max(1, expansions.size()));
        long bytes = 0;
        while (reach < entities.size() && bytes < Page.LARGE) {
            List<Entity> step = entities.subList(reach, Math.min(entities.size(), reach + most));
            for (Expansion expansion : expansions) {
                bytes += load(expansion, step);
            }
            reach += step.size();
        }
    }

    /** For how many of the entities it is loaded, from the first one on: what they lead to may be too much for all of them. */
    int reach() {
        return reach;
    }

    /** Level by level; whose manager is known is not asked for again, so that circles end. Returns the bytes of what was found. */
    private long load(Expansion expansion, List<Entity> entities) {
        Map<String, List<Entity>> known =
                loaded.computeIfAbsent(expansion.navigation().name(), name -> new HashMap<>());
        int most = expansion.navigation().collection() ? MOST : 1;
        FirstOfEach first = new FirstOfEach(routed.call().session(), most);
        List<Entity> owners = entities;
        long bytes = 0;
        for (int level = 0; level < expansion.levels() && !owners.isEmpty(); level++) {
            Map<String, CollectionSource> sources = sources(expansion, owners, known.keySet());
            Map<String, List<Entity>> found = first.of(sources);
            sources.forEach((owner, source) -> found.computeIfAbsent(owner, id -> alone(source)));
            known.putAll(found);
            owners = found.values().stream().flatMap(List::stream).toList();
            bytes += owners.stream().mapToLong(owner -> owner.document().length).sum();
        }
        return bytes;
    }

    /** Where a collection takes a statement of its own. */
    private List<Entity> alone(CollectionSource source) {
        return new CollectionQuery(routed.call().session(), source, null).first(MOST);
    }

    /** By owner. */
    private Map<String, CollectionSource> sources(Expansion expansion, List<Entity> owners, Set<String> known) {
        Resolver resolver = routed.resolver();
        String template = template(routed, expansion);
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
    public EntityJson.Expanded expand(Entity entity, Expansion expansion) {
        List<Entity> related = loaded.get(expansion.navigation().name()).get(entity.id());
        if (related == null) {
            return new EntityJson.Expanded.One(
                    routed.resolver().findSingle(template(routed, expansion), expansion.navigation(), entity));
        }
        return expansion.navigation().collection()
                ? new EntityJson.Expanded.Many(related)
                : new EntityJson.Expanded.One(related.stream().findFirst());
    }

    private static String template(RoutedCall routed, Expansion expansion) {
        String template = routed.path().last().template();
        boolean keyed = template.endsWith("{}") || !routed.path().last().collection();
        return template + (keyed ? "/" : "/{}/") + expansion.navigation().name();
    }
}
