package io.tenantry.intercept;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.tenantry.http.connection.Connections;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;

/** Leads bytes to another host and back, no faster than they are read there. */
final class Tunnel extends ChannelInboundHandlerAdapter {
    private final NetClient client;
    private final HostAndPort target;
    private final ByteBuf first;
    private NetSocket there;

    /** @param first what was sent ahead */
    Tunnel(NetClient client, HostAndPort target, ByteBuf first) {
        this.client = client;
        this.target = target;
        this.first = first;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext here) {
        here.pipeline().fireUserEventTriggered(Connections.LED_ELSEWHERE);
        here.channel().config().setAutoRead(false);
        client.connect(target.port(), target.host())
                .onComplete(connected -> here.executor().execute(() -> begin(here, connected)));
    }

    private void begin(ChannelHandlerContext here, AsyncResult<NetSocket> connected) {
        if (connected.failed()) {
            first.release();
            RawAnswer.send(here, "502 Bad Gateway", "'" + target.host() + "' cannot be reached");
            return;
        }
        there = connected.result();
        there.closeHandler(closed -> here.close()).exceptionHandler(failed -> here.close());
        there.drainHandler(drained -> here.channel().config().setAutoRead(true));
        there.handler(back -> receive(here, back));
        here.writeAndFlush(Unpooled.copiedBuffer(ProxyHead.ESTABLISHED, StandardCharsets.US_ASCII));
        send(here, first);
        if (!here.channel().isActive()) {
            there.close();
        }
    }

    /** Until it has gone out nothing more is read there. */
    private void receive(ChannelHandlerContext here, Buffer back) {
        there.pause();
        here.writeAndFlush(back.getByteBuf()).addListener(written -> there.resume());
    }

    private void send(ChannelHandlerContext here, ByteBuf bytes) {
        there.write(Buffer.buffer(bytes));
        here.channel().config().setAutoRead(!there.writeQueueFull());
    }

    @Override
    public void channelRead(ChannelHandlerContext here, Object message) {
        if (there == null) {
            ReferenceCountUtil.release(message);
        } else {
            send(here, (ByteBuf) message);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext here) {
        if (there != null) {
            there.close();
        }
        here.fireChannelInactive();
    }
}
