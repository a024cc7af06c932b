package io.tenantry.http.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.tenantry.http.HttpConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How far a connection is, and since when; told by its event loop, looked at from another. */
final class Connection {
    /** What a connection waits for. */
    enum Phase {
        /** A request; the last answer may still be on its way out. */
        IDLE,
        /** The rest of a request's head. */
        HEAD,
        /** The server: a request is received and answered. */
        REQUEST,
        /** The rest of a request that was answered already. */
        REST
    }

    static final String BAD_REQUEST = "400 Bad Request";
    static final String TOO_MANY_HEADERS = "431 Request Header Fields Too Large";
    private static final String TIMEOUT = "408 Request Timeout";

    private static final long REST_TIME = Duration.ofSeconds(2).toNanos();

    private final Channel channel;
    private ChannelHandlerContext outermost;
    private volatile Phase phase = Phase.IDLE;
    private volatile long since = System.nanoTime();
    private volatile boolean ending;
    private volatile boolean takesText;
    private final AtomicLong unreadInStreams = new AtomicLong();
    private volatile long sent;
    private long seen;
    private long moved;

    Connection(Channel channel) {
        this.channel = channel;
    }

    /** Past all that reads requests and writes answers. */
    void opened(ChannelHandlerContext context) {
        outermost = context;
    }

    /** What the client reads are answers in HTTP/1, as long as nothing else was agreed on. */
    void takesText(boolean text) {
        takesText = text;
    }

    Phase phase() {
        return phase;
    }

    void phase(Phase next) {
        phase = next;
        since = System.nanoTime();
    }

    /** Whether nothing that still comes means anything. */
    boolean isEnding() {
        return ending;
    }

    /** How long it has waited for what it waits for. */
    long age(long now) {
        return now - since;
    }

    /** Bytes of answers that the client has not made room for. */
    long pending() {
        ChannelOutboundBuffer out = channel.unsafe().outboundBuffer();
        return unreadInStreams.get() + (out == null ? 0 : out.totalPendingWriteBytes());
    }

    /** Answers, or ends of them, that wait in streams of HTTP/2. */
    void unreadInStreamsGrew(long bytes) {
        unreadInStreams.addAndGet(bytes);
    }

    /** Whether there is a request whose answer the client does not read, or nothing to answer. */
    boolean waitsForReader() {
        return phase == Phase.IDLE || unreadInStreams.get() > 0;
    }

    /** On the event loop: bytes were handed to the network. */
    void sends(long bytes) {
        sent += bytes;
    }

    /** How long no byte of an answer has gone out, as far as was looked. */
    long stuck(long now) {
        long pending = pending();
        long state = pending + sent;
        if (state != seen || pending == 0) {
            seen = state;
            moved = now;
        }
        return now - moved;
    }

    void look(long now, HttpConfig config) {
        long stuck = stuck(now);
        switch (phase) {
            case IDLE -> {
                if (pending() > 0) {
                    endAfter(config.unreadTime(), stuck);
                } else {
                    endAfter(config.idleTime(), age(now));
                }
            }
            case HEAD -> {
                if (age(now) > config.requestTime().toNanos() && !ending) {
                    endHead();
                }
            }
            case REQUEST -> {
                if (unreadInStreams.get() > 0) {
                    endAfter(config.unreadTime(), stuck);
                }
            }
            case REST -> {
                if (age(now) > REST_TIME) {
                    end();
                }
            }
        }
    }

    private void endAfter(Duration longest, long time) {
        if (time > longest.toNanos()) {
            end();
        }
    }

    /** Closes it at once. */
    void end() {
        outermost.close();
    }

    /** Where the head of a request did not come in time, or keeps too much. */
    void endHead() {
        ending = true;
        if (!takesText) {
            end();
        } else if (channel.eventLoop().inEventLoop()) {
            say(TIMEOUT).addListener(ChannelFutureListener.CLOSE);
        } else {
            channel.eventLoop().execute(this::endHead);
        }
    }

    /** On the event loop: an answer for what became no request. */
    void refuse(String status) {
        ending = true;
        phase(Phase.REST);
        say(status).addListener(written -> endOutput());
    }

    private ChannelFuture say(String status) {
        String answer = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        return outermost.writeAndFlush(Unpooled.copiedBuffer(answer, StandardCharsets.US_ASCII));
    }

    /** The client learns that nothing more comes; what it still sends is read for a while, so that it gets its answer. */
    void endOutput() {
        channel.config().setAutoRead(true);
        SslHandler secured = channel.pipeline().get(SslHandler.class);
        if (secured == null) {
            ((SocketChannel) channel).shutdownOutput();
        } else {
            secured.closeOutbound().addListener(told -> ((SocketChannel) channel).shutdownOutput());
        }
    }
}
