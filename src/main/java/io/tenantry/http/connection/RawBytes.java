package io.tenantry.http.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import io.tenantry.http.connection.Connection.Phase;

/** Sees the bytes of a connection that is to be secured: until it is, they count as a head that has not come whole. */
final class RawBytes extends ChannelDuplexHandler {
    private static final String SSL = "ssl";

    private final Connections connections;
    private final Connection connection;
    private boolean secured;
    private boolean elsewhere;

    RawBytes(Connections connections, Connection connection) {
        this.connections = connections;
        this.connection = connection;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        connection.opened(context);
        connection.phase(Phase.HEAD);
    }

    /** By now Vert.x has put its handlers in place. */
    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.pipeline().addAfter(SSL, "secured", new Secured());
        context.pipeline().addAfter("secured", null, new FirstBytes(connections, connection));
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (connection.isEnding()) {
            ReferenceCountUtil.release(message);
            return;
        }
        long bytes = ((ByteBuf) message).readableBytes();
        context.fireChannelRead(message);
        passed();
        if (!secured) {
            HalfSentHeads.ofLoop().grew(connection, bytes, connections.mostOfHeads());
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        passed();
        context.write(message, promise);
    }

    private void passed() {
        if (elsewhere) {
            connection.phase(Phase.IDLE);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == Connections.LED_ELSEWHERE) {
            elsewhere = true;
            secured();
        }
        context.fireUserEventTriggered(event);
    }

    private void secured() {
        secured = true;
        HalfSentHeads.ofLoop().ended(connection);
        passed();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        HalfSentHeads.ofLoop().ended(connection);
        context.fireChannelInactive();
    }

    /** Stands behind the handshake. */
    private final class Secured extends ChannelInboundHandlerAdapter {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event == SslHandshakeCompletionEvent.SUCCESS) {
                secured();
                context.pipeline().remove(this);
            }
            context.fireUserEventTriggered(event);
        }
    }
}
