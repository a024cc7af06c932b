package io.tenantry.http.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.tenantry.http.HttpConfig;
import io.tenantry.http.connection.Connection.Phase;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** All connections of the server: what they hold together is bounded, and none waits for ever. */
@ApplicationScoped
public class Connections {
    /** Event of a connection: no request comes on it, but bytes for somebody else. */
    public static final Object LED_ELSEWHERE = new Object();

    private static final String ARRIVALS = "arrivals";
    /** How often the look-out looks. */
    private static final Duration PAUSE = Duration.ofMillis(250);
    /** What has waited no longer than this is not ended for others. */
    private static final long SPARED = Duration.ofMillis(500).toNanos();
    /** What is read, but slowly, is not ended for others before this. */
    private static final long SLOW = Duration.ofSeconds(5).toNanos();

    private final Map<Integer, Consumer<ChannelPipeline>> fronts = new ConcurrentHashMap<>();
    private final AtomicInteger streams = new AtomicInteger();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Map<OneRequest, ChannelHandlerContext> holding = new ConcurrentHashMap<>();
    private final AtomicLong unread = new AtomicLong();
    private final HttpConfig config;
    private final VertxInternal vertx;

    Connections(HttpConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = (VertxInternal) vertx;
        vertx.setPeriodic(PAUSE.toMillis(), look -> look(System.nanoTime()));
    }

    /** The port where requests come in plain text listens. */
    void listening(@ObservesAsync HttpServerStart start) {
        watchListening();
    }

    /**
     * A port listens where requests come behind TLS.
     *
     * @param front adds to a new connection what comes before its handshake
     */
    public void listening(int port, Consumer<ChannelPipeline> front) {
        fronts.put(port, front);
        watchListening();
    }

    /** Vert.x offers no place before a connection's first request: its listening sockets are looked up. */
    private void watchListening() {
        for (EventExecutor acceptor : vertx.getAcceptorEventLoopGroup()) {
            acceptor.execute(() -> ((SingleThreadEventLoop) acceptor)
                    .registeredChannelsIterator()
                    .forEachRemaining(this::watch));
        }
    }

    private void watch(Channel channel) {
        if (channel instanceof ServerChannel
                && channel.isActive()
                && channel.pipeline().get(ARRIVALS) == null) {
            int port = ((InetSocketAddress) channel.localAddress()).getPort();
            channel.pipeline().addFirst(ARRIVALS, new Arrivals(port));
        }
    }

    private final class Arrivals extends ChannelInboundHandlerAdapter {
        private final int port;

        Arrivals(int port) {
            this.port = port;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof Channel arrived && !admit(arrived, fronts.get(port))) {
                arrived.unsafe().closeForcibly();
            } else {
                context.fireChannelRead(message);
            }
        }
    }

    /** @param front null where requests come in plain text */
    private boolean admit(Channel arrived, Consumer<ChannelPipeline> front) {
        if (open.size() >= config.connections() && !endOneIdle()) {
            return false;
        }
        Connection connection = new Connection(arrived);
        open.add(connection);
        arrived.closeFuture().addListener(closed -> open.remove(connection));
        if (front == null) {
            arrived.pipeline().addLast(new FirstBytes(this, connection));
        } else {
            arrived.pipeline().addLast(new RawBytes(this, connection));
            front.accept(arrived.pipeline());
        }
        return true;
    }

    private boolean endOneIdle() {
        long now = System.nanoTime();
        Optional<Connection> idle = open.stream()
                .filter(connection -> connection.phase() != Phase.REQUEST)
                .max(Comparator.comparingLong(connection -> connection.age(now)));
        idle.ifPresent(Connection::end);
        return idle.isPresent();
    }

    long mostOfHeads() {
        return config.halfSentHeads().asLongValue();
    }

    void unreadGrew(long bytes) {
        unread.addAndGet(bytes);
    }

    /** Whether no request is begun until answers have been read. */
    boolean isFull() {
        return unread.get() > config.unreadAnswers().asLongValue();
    }

    /** Requests in streams of HTTP/2, all connections together. */
    AtomicInteger streams() {
        return streams;
    }

    /** Whether a stream more is too many: elsewhere each connection has one request. */
    boolean hasTooManyStreams() {
        return streams.get() > config.connections() || isFull();
    }

    void holds(OneRequest held, ChannelHandlerContext context) {
        holding.put(held, context);
    }

    void holdsNothing(OneRequest held) {
        holding.remove(held);
    }

    private void look(long now) {
        open.forEach(connection -> connection.look(now, config));
        if (isFull()) {
            relieve(now);
        }
        holding.forEach((held, context) -> context.executor().execute(() -> held.turn(context)));
    }

    /** Ends those that read least, until there is room for answers again. */
    private void relieve(long now) {
        long over = unread.get() - config.unreadAnswers().asLongValue();
        for (Connection connection : oldest(now, each -> doesNotRead(each, now))) {
            over -= connection.pending();
            connection.end();
            if (over <= 0) {
                return;
            }
        }
    }

    private static boolean doesNotRead(Connection connection, long now) {
        return connection.waitsForReader()
                && connection.pending() > 0
                && (connection.stuck(now) > SPARED || connection.age(now) > SLOW);
    }

    private List<Connection> oldest(long now, Predicate<Connection> which) {
        return open.stream()
                .filter(which)
                .sorted(Comparator.comparingLong((Connection connection) -> connection.age(now))
                        .reversed())
                .toList();
    }
}
