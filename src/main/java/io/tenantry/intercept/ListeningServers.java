package io.tenantry.intercept;

import io.netty.util.concurrent.MultithreadEventExecutorGroup;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicInteger;

/** One port, served by all event loops. */
final class ListeningServers {
    private ListeningServers() {}

    /** The port that it listens at. */
    static Future<Integer> deploy(Vertx vertx, HttpServerOptions options, Handler<HttpServerRequest> handler) {
        int loops = ((MultithreadEventExecutorGroup) vertx.nettyEventLoopGroup()).executorCount();
        AtomicInteger port = new AtomicInteger();
        return vertx.deployVerticle(
                        () -> new AbstractVerticle() {
                            @Override
                            public void start(Promise<Void> listening) {
                                vertx.createHttpServer(options)
                                        .requestHandler(handler)
                                        .listen()
                                        .onSuccess(server -> port.set(server.actualPort()))
                                        .<Void>mapEmpty()
                                        .onComplete(listening);
                            }
                        },
                        new DeploymentOptions().setInstances(loops))
                .map(deployed -> port.get());
    }
}
