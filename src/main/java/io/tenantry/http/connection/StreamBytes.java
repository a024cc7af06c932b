package io.tenantry.http.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.tenantry.http.connection.Connection.Phase;

/** Sees the bytes of a connection that speaks HTTP/2, and its streams: how far it is, and what of answers waits in it. */
final class StreamBytes extends ChannelDuplexHandler {
    static final AttributeKey<StreamBytes> OF_CONNECTION = AttributeKey.valueOf("tenantry.streams");

    private final Connections connections;
    private final Connection connection;
    private final Http2Connection streams;
    private final Http2Connection.PropertyKey unread;
    private final HeaderBlocks blocks = new HeaderBlocks();
    private int active;
    private boolean half;

    StreamBytes(Connections connections, Connection connection, Http2Connection streams) {
        this.connections = connections;
        this.connection = connection;
        this.streams = streams;
        this.unread = streams.newKey();
        streams.addListener(new Counting());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        connection.opened(context);
        context.channel().attr(OF_CONNECTION).set(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (connection.isEnding()) {
            ReferenceCountUtil.release(message);
            return;
        }
        ByteBuf read = (ByteBuf) message;
        long bytes = read.readableBytes();
        boolean wasHalf = half;
        half = blocks.endsWithin(read);
        context.fireChannelRead(message);
        if (half) {
            HalfSentHeads.ofLoop().grew(connection, bytes, connections.mostOfHeads());
        } else if (wasHalf) {
            HalfSentHeads.ofLoop().ended(connection);
        }
        if (half != wasHalf) {
            phase();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf out) {
            connection.sends(out.readableBytes());
        }
        context.write(message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        HalfSentHeads.ofLoop().ended(connection);
        context.fireChannelInactive();
    }

    private void phase() {
        connection.phase(half ? Phase.HEAD : active > 0 ? Phase.REQUEST : Phase.IDLE);
    }

    /** On the event loop: an answer was written whole, and may wait for the client to make room. */
    void answered(int id, long bytes) {
        Http2Stream stream = streams.stream(id);
        if (stream != null && stream.setProperty(unread, bytes) == null) {
            unreadGrew(bytes);
        }
    }

    private void unreadGrew(long bytes) {
        connection.unreadInStreamsGrew(bytes);
        connections.unreadGrew(bytes);
    }

    private final class Counting extends Http2ConnectionAdapter {
        @Override
        public void onStreamActive(Http2Stream stream) {
            active++;
            connections.streams().incrementAndGet();
            phase();
        }

        @Override
        public void onStreamClosed(Http2Stream stream) {
            active--;
            connections.streams().decrementAndGet();
            Long waited = stream.removeProperty(unread);
            if (waited != null) {
                unreadGrew(-waited);
            }
            phase();
        }
    }
}
