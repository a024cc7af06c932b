package io.tenantry.graph;

import io.tenantry.graph.write.ContextUrl;
import io.tenantry.graph.write.EntityWriter;
import io.tenantry.store.Entity;

/** The {@code Location} of a new entity: the directory's own address for its objects (directory.md §1), else where it can be read. */
final class Location {
    private Location() {}

    static String of(Exchange exchange, Entity created) {
        String base = exchange.request().baseUrl();
        if (exchange.model().type(created.type()).isA("directoryObject")) {
            return EntityWriter.directoryUrl(base, exchange.call().tenant().id(), created);
        }
        return base + "/" + exchange.model().version() + "/" + ContextUrl.set(exchange.model(), exchange.path()) + "('"
                + created.id() + "')";
    }
}
