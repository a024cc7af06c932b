package io.tenantry.graph;

import io.tenantry.graph.write.EntityWriter;
import io.tenantry.odata.query.Expansion;
import io.tenantry.odata.sql.CollectionQuery;
import io.tenantry.resource.CollectionSource;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Entity;
import java.util.List;

/** Finds what {@code $expand} shows of an entity: one, or the first 20 of many (odata-protocol.md §10). */
final class Expander implements EntityWriter.Expander {
    private static final int MOST = 20;

    private final Exchange exchange;

    Expander(Exchange exchange) {
        this.exchange = exchange;
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
