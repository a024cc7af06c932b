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
import io.vertx.core.impl.VertxInternal;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports, each served by all event loops. */
final class ListeningServers {
    /** @param deployment by which it ends */
    record Listening(int port, String deployment) {}

    private ListeningServers() {}

    /** In a context of its own: as a child of the plain port's deployment, in which this is called, it could not begin while that ends. */
    static Future<Listening> deploy(Vertx vertx, HttpServerOptions options, Handler<HttpServerRequest> handler) {
        Promise<Listening> listening = Promise.promise();
        ((VertxInternal) vertx).createEventLoopContext().runOnContext(own -> inThisContext(vertx, options, handler)
                .onComplete(listening));
        return listening.future();
    }

    private static Future<Listening> inThisContext(
            Vertx vertx, HttpServerOptions options, Handler<HttpServerRequest> handler) {
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
                .map(deployment -> new Listening(port.get(), deployment));
    }
}
