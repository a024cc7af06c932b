package io.tenantry.intercept;

import io.netty.channel.ChannelPipeline;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.tenantry.http.connection.Connections;
import io.tenantry.journal.Journal;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.net.BindException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * The ports where TLS is spoken: they serve what the plain one serves, by the same handlers and within the same bounds. They open when the
 * plain one is open, so that nobody waits for them who does not need them.
 */
@ApplicationScoped
public class Listeners {
    private static final Logger LOG = Logger.getLogger(Listeners.class);
    private static final Duration LOOK = Duration.ofHours(1);

    private static final Duration LONGEST_OPENING = Duration.ofSeconds(5);
    private static final int CONNECT_TIME = (int) Duration.ofSeconds(10).toMillis();

    private enum Stage {
        CLOSED,
        OPENING,
        ENDING
    }

    private final InterceptConfig config;
    private final LocalAuthority authority;
    private final ServerNames names;
    private final Connections connections;
    private final Journal journal;
    private final Vertx vertx;
    private final ServerKey key = new ServerKey();
    private final CompletableFuture<Addresses> open = new CompletableFuture<>();
    private volatile Set<String> certified = Set.of();
    private final Queue<String> deployments = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.CLOSED);

    Listeners(
            InterceptConfig config,
            LocalAuthority authority,
            ServerNames names,
            Connections connections,
            Journal journal,
            Vertx vertx) {
        this.config = config;
        this.authority = authority;
        this.names = names;
        this.connections = connections;
        this.journal = journal;
        this.vertx = vertx;
    }

    /** Where they listen; fails where they cannot. */
    public CompletableFuture<Addresses> addresses() {
        return open;
    }

    /** The certificate of the authority in PEM; empty without TLS. */
    public CompletableFuture<Optional<String>> authority() {
        return open.thenApply(
                addresses -> config.https() ? Optional.of(Pem.of(key.current().authority())) : Optional.empty());
    }

    void plainListens(@ObservesAsync HttpServerStart start) {
        HttpServerOptions plain = start.options();
        if (!config.https()) {
            open.complete(Addresses.plain(plain.getHost(), plainPort()));
            return;
        }
        if (!stage.compareAndSet(Stage.CLOSED, Stage.OPENING)) {
            open.completeExceptionally(new IllegalStateException("the server ends"));
            return;
        }
        try {
            certified = Set.copyOf(names.all());
            key.show(authority.server(certified));
            vertx.setPeriodic(LOOK.toMillis(), look -> vertx.executeBlocking(this::renew));
            open(new TlsOptions(plain, key));
        } catch (RuntimeException e) {
            open.completeExceptionally(e);
        }
    }

    private void open(TlsOptions options) {
        Handler<HttpServerRequest> served = new ServedRequests();
        NetClient elsewhere =
                config.tunnel() ? vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_TIME)) : null;
        Future<Integer> https = listen(options.https(config.listenHttps()), served, front -> {});
        Future<Integer> proxy = listen(
                options.proxy(config.listenProxy()),
                new ProxiedRequests(served, journal),
                front -> front.addLast(new ProxyHead(elsewhere, journal)));
        Future.all(https, proxy)
                .onSuccess(both -> opened(Addresses.of(options.host(), plainPort(), https.result(), proxy.result())))
                .onFailure(open::completeExceptionally);
    }

    private void opened(Addresses addresses) {
        vertx.executeBlocking(() -> {
                    authority.keepPorts(addresses);
                    return addresses;
                })
                .onSuccess(open::complete)
                .onFailure(open::completeExceptionally);
    }

    /** Known to the settings when it is open, also where any was good. */
    private static int plainPort() {
        return ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
    }

    private Future<Integer> listen(
            HttpServerOptions options, Handler<HttpServerRequest> handler, Consumer<ChannelPipeline> front) {
        return ListeningServers.deploy(vertx, options, handler)
                .onSuccess(listening -> deployments.add(listening.deployment()))
                .map(ListeningServers.Listening::port)
                .onSuccess(port -> connections.listening(port, front))
                .recover(failure -> Future.failedFuture(
                        failure instanceof BindException busy
                                ? new QuarkusBindException(options.getHost(), options.getPort(), busy)
                                : failure));
    }

    /** What opens is not torn down half open; where the plain port could not open, nothing does. */
    void ends(@Observes ShutdownEvent event) throws InterruptedException {
        if (stage.getAndSet(Stage.ENDING) == Stage.CLOSED) {
            return;
        }
        try {
            open.get(LONGEST_OPENING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("the ports with TLS were not open", e);
        }
        deployments.forEach(vertx::undeploy);
    }

    /** Long before its end the certificate is replaced. */
    Void renew() {
        if (!authority.isGood(key.current(), certified)) {
            key.show(authority.server(certified));
            LOG.info("the certificate of the server was renewed");
        }
        return null;
    }
}
