package io.tenantry.graph.pipeline;

import io.tenantry.graph.json.ContextUrl;
import io.tenantry.store.Entity;

/** The {@code Location} of a new entity: the directory's own address for its objects (directory.md §1), else where it can be read. */
final class Location {
    private Location() {}

    static String of(RoutedCall routed, Entity created) {
        if (routed.model().type(created.type()).isA("directoryObject")) {
            return routed.directoryUrl(created);
        }
        return routed.request().baseUrl() + "/" + routed.model().version() + "/"
                + ContextUrl.set(routed.model(), routed.path()) + "('" + created.id() + "')";
    }
}
