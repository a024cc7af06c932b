package io.tenantry.http.connection;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Requests in streams of HTTP/2: where they are too many, all connections together, the next are refused, and can be sent again. */
@ApplicationScoped
class Streams {
    /** RFC 9113 §8.7: nothing was done for it. */
    private static final long REFUSED_STREAM = 7;

    private static final int LARGE_ANSWER = 64 * 1024;

    private final Connections connections;

    Streams(Connections connections) {
        this.connections = connections;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::count);
    }

    private void count(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.version() == HttpVersion.HTTP_2) {
            StreamBytes streams = ((ConnectionBase) request.connection())
                    .channel()
                    .attr(StreamBytes.OF_CONNECTION)
                    .get();
            if (streams == null || connections.hasTooManyStreams()) {
                request.response().reset(REFUSED_STREAM);
                return;
            }
            context.addBodyEndHandler(written -> answered(request, streams));
        }
        context.next();
    }

    private static void answered(HttpServerRequest request, StreamBytes streams) {
        long bytes = request.response().bytesWritten();
        if (bytes >= LARGE_ANSWER) {
            streams.answered(request.streamId(), bytes);
        }
    }
}
