package io.tenantry.http.connection;

import io.netty.buffer.ByteBufHolder;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.tenantry.http.connection.Connection.Phase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Begins a request of a connection when the one before it has been answered and its answer is on its way to being read. Until then
 * nothing more is decoded and nothing more is read, so that a client which does not read its answers keeps only itself waiting. A body
 * that is answered before it has come is let pass when it is small; otherwise the connection ends with that answer.
 */
final class OneRequest extends ChannelDuplexHandler {
    /** The rest of a body that is not worth a new connection. */
    private static final int SMALL_REST = 64 * 1024;

    private static final int LARGE_ANSWER = 64 * 1024;

    private static final Set<HttpVersion> VERSIONS = Set.of(HttpVersion.HTTP_1_0, HttpVersion.HTTP_1_1);

    private final Connections connections;
    private final Connection connection;
    private final HttpRequestDecoder decoder;
    private final Deque<Object> held = new ArrayDeque<>();

    private boolean begun;
    private boolean due;
    private boolean answering;
    private boolean receiving;
    private boolean smallRest;
    private boolean last;

    OneRequest(Connections connections, Connection connection, HttpRequestDecoder decoder) {
        this.connections = connections;
        this.connection = connection;
        this.decoder = decoder;
    }

    // ---- in

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (last && !answering) {
            discard(context, message);
        } else if (!held.isEmpty() || message instanceof HttpRequest && mustWait(context)) {
            hold(context, message);
        } else {
            pass(context, message);
        }
    }

    private boolean mustWait(ChannelHandlerContext context) {
        return begun || answering || !context.channel().isWritable() || connections.isFull();
    }

    private void hold(ChannelHandlerContext context, Object message) {
        held.add(message);
        decoder.setSingleDecode(true); // the rest stays bytes
        context.channel().config().setAutoRead(false);
        connections.holds(this, context);
    }

    private void pass(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpContent content && content.decoderResult().isFailure()) {
            refuse(message, Connection.BAD_REQUEST);
            return;
        }
        if (message instanceof HttpRequest request) {
            if (!VERSIONS.contains(request.protocolVersion()) || !hasKnownCoding(request.headers())) {
                refuse(message, Connection.BAD_REQUEST);
                return;
            }
            if (hasTooMany(request.headers())) {
                refuse(message, Connection.TOO_MANY_HEADERS);
                return;
            }
            begin(request);
        }
        if (message instanceof LastHttpContent) {
            receiving = false;
            if (!answering) {
                connection.phase(Phase.IDLE);
            }
        }
        context.fireChannelRead(message);
    }

    private void begin(HttpRequest request) {
        begun = true;
        answering = true;
        receiving = true;
        smallRest = request.decoderResult().isSuccess()
                && !HttpUtil.is100ContinueExpected(request)
                && !HttpUtil.isTransferEncodingChunked(request)
                && HttpUtil.getContentLength(request, 0L) <= SMALL_REST;
        connection.phase(Phase.REQUEST);
    }

    /** With any coding but this one nobody can tell where the body ends and the next request begins (RFC 9112 §6.3). */
    private static boolean hasKnownCoding(HttpHeaders headers) {
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.isEmpty()
                || codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0));
    }

    private static boolean hasTooMany(HttpHeaders headers) {
        Iterator<Map.Entry<CharSequence, CharSequence>> each = headers.iteratorCharSequence();
        for (int seen = 0; each.hasNext(); seen++) {
            if (seen == HeadLines.MOST_HEADERS) {
                return true;
            }
            each.next();
        }
        return false;
    }

    /** What is no request, or no body: what comes after it cannot be told apart. */
    private void refuse(Object message, String status) {
        ReferenceCountUtil.release(message);
        last = true;
        connection.refuse(status);
    }

    private void discard(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
        if (message instanceof LastHttpContent) {
            context.close();
        }
    }

    // ---- out

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
                context.write(message, promise);
                return;
            }
            if (receiving && !smallRest) {
                last = true;
                response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            }
        }
        boolean ended = message instanceof LastHttpContent;
        context.write(message, ended ? counted(message, promise) : promise);
        if (ended) {
            answered(context);
        }
    }

    private ChannelPromise counted(Object message, ChannelPromise promise) {
        long bytes = ((ByteBufHolder) message).content().readableBytes();
        if (bytes < LARGE_ANSWER) {
            return promise;
        }
        connections.unreadGrew(bytes);
        return promise.unvoid().addListener(written -> connections.unreadGrew(-bytes));
    }

    private void answered(ChannelHandlerContext context) {
        answering = false;
        connection.phase(receiving ? Phase.REST : Phase.IDLE);
        if (last) {
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> connection.endOutput());
        } else {
            turn(context);
        }
    }

    /** Vert.x would close with bytes unread, and the answer might be lost with them. */
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (last) {
            context.channel().closeFuture().addListener(closed -> promise.trySuccess());
        } else {
            context.close(promise);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        turn(context);
        context.fireChannelWritabilityChanged();
    }

    // ---- on

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        begun = false;
        turn(context);
        context.fireChannelReadComplete();
    }

    /** On the event loop: has the next request begun when others had their turn. */
    void turn(ChannelHandlerContext context) {
        if (!held.isEmpty() && !due) {
            due = true;
            Turns.add(context.executor(), () -> next(context));
        }
    }

    private void next(ChannelHandlerContext context) {
        due = false;
        begun = false;
        if (held.isEmpty() || last || mustWait(context)) {
            return;
        }
        while (!held.isEmpty() && !(held.peek() instanceof HttpRequest && mustWait(context))) {
            pass(context, held.poll());
        }
        if (held.isEmpty()) {
            connections.holdsNothing(this);
            decodeOn(context);
        }
        channelReadComplete(context);
    }

    private void decodeOn(ChannelHandlerContext context) {
        decoder.setSingleDecode(false);
        context.channel().config().setAutoRead(true);
        try {
            decoder.channelRead(context.pipeline().context(decoder), Unpooled.EMPTY_BUFFER);
        } catch (Exception e) {
            context.fireExceptionCaught(e);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        held.forEach(ReferenceCountUtil::release);
        held.clear();
        connections.holdsNothing(this);
    }
}
