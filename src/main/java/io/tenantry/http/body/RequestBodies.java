package io.tenantry.http.body;

import io.tenantry.http.HttpConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads bodies of requests for all faces of the server, after these have looked at the head: each bounded, all together bounded, none
 * slower than it may be.
 */
@ApplicationScoped
public class RequestBodies {
    /** How often the look-out looks. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Set<BodyReading> readings = ConcurrentHashMap.newKeySet();
    private final Duration longest;
    private final Rooms rooms;

    RequestBodies(HttpConfig config, Vertx vertx) {
        this.longest = config.requestTime();
        this.rooms = new Rooms(config);
        vertx.setPeriodic(PAUSE.toMillis(), look -> look(System.nanoTime()));
    }

    /**
     * Fails with {@link BodyRefused}. To be called on the event loop of the request.
     *
     * @param limit bytes of the decoded body
     */
    public Future<RequestBody> read(HttpServerRequest request, int limit) {
        BodyReading reading = new BodyReading(request, limit, rooms);
        Future<RequestBody> whole = reading.start();
        readings.add(reading);
        return whole.onComplete(read -> readings.remove(reading));
    }

    private void look(long now) {
        readings.forEach(reading -> reading.look(now, longest));
    }
}
