package io.tenantry.http.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import io.tenantry.http.connection.Connection.Phase;

/** Sees bytes before they are a request: when a head begins, and how much of it is there without its end. */
final class FirstBytes extends ChannelInboundHandlerAdapter {
    /** Where Vert.x takes requests. */
    private static final String VERTX = "handler";

    private final Connections connections;
    private final Connection connection;
    private final HeadLines lines = new HeadLines();
    private boolean gated;
    private boolean half;

    FirstBytes(Connections connections, Connection connection) {
        this.connections = connections;
        this.connection = connection;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        connection.opened(context);
        connection.takesText(context.pipeline().get(SslHandler.class) == null);
    }

    /** After it Vert.x has what reads requests in its place. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        context.fireUserEventTriggered(event);
        if (event == SslHandshakeCompletionEvent.SUCCESS) {
            connection.phase(Phase.IDLE);
            Http2ConnectionHandler streams = context.pipeline().get(Http2ConnectionHandler.class);
            if (streams == null) {
                connection.takesText(true);
            } else {
                context.pipeline().replace(this, null, new StreamBytes(connections, connection, streams.connection()));
            }
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (connection.isEnding()) {
            ReferenceCountUtil.release(message);
            return;
        }
        gate(context.pipeline());
        ByteBuf read = (ByteBuf) message;
        long bytes = read.readableBytes();
        if (connection.phase() == Phase.IDLE) {
            connection.phase(Phase.HEAD);
            lines.begin();
        }
        if (connection.phase() == Phase.HEAD && lines.areTooMany(read)) {
            read.release();
            whole();
            connection.refuse(Connection.TOO_MANY_HEADERS);
            return;
        }
        context.fireChannelRead(message);
        if (connection.phase() == Phase.HEAD) {
            half = true;
            HalfSentHeads.ofLoop().grew(connection, bytes, connections.mostOfHeads());
        } else {
            whole();
        }
    }

    /** The handler of Vert.x comes after the handshake, where there is one. */
    private void gate(ChannelPipeline pipeline) {
        if (!gated && pipeline.get(VERTX) != null) {
            gated = true;
            HttpRequestDecoder decoder = pipeline.get(HttpRequestDecoder.class);
            pipeline.addBefore(VERTX, "oneRequest", new OneRequest(connections, connection, decoder));
        }
    }

    private void whole() {
        if (half) {
            half = false;
            HalfSentHeads.ofLoop().ended(connection);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        whole();
        context.fireChannelInactive();
    }
}
