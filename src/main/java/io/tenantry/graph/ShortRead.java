package io.tenantry.graph;

import io.tenantry.format.Ids;
import io.tenantry.store.Store;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/**
 * Tells requests that are answered in less time than it takes to call a worker thread: one object by its id, from a store that lies in
 * this process and has a connection free.
 */
@Singleton
class ShortRead {
    private static final String SELECT = "$select=";

    private final Store store;

    ShortRead(Store store) {
        this.store = store;
    }

    boolean is(HttpServerRequest request) {
        return request.method() == HttpMethod.GET
                && isOneObject(request.path(), request.query())
                && store.answersAtOnce();
    }

    /** Whether it was answered: between the look and the read others may have come, and the event loop must not wait for them. */
    boolean answered(Runnable answer) {
        return store.atOnce(answer);
    }

    /** {@code /version/set/id}: what has an id for a name is never a collection. */
    static boolean isOneObject(String path, String query) {
        int set = path.indexOf('/', 1);
        int id = path.indexOf('/', set + 1);
        return set > 0 && id > 0 && Ids.isGuid(path.substring(id + 1)) && isSelection(query);
    }

    private static boolean isSelection(String query) {
        return query == null || query.startsWith(SELECT) && query.indexOf('&') < 0;
    }
}
