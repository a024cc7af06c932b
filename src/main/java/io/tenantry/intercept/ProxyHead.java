package io.tenantry.intercept;

import static io.netty.handler.codec.ByteToMessageDecoder.MERGE_CUMULATOR;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import io.tenantry.journal.Journal;
import io.vertx.core.net.NetClient;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a client asks of the proxy (RFC 9110 §9.3.6). After a CONNECT to a host that this server stands in for, TLS begins; a request
 * for a whole URL is served as it is; all else is refused, or led on where that is wanted. Stands before TLS.
 */
final class ProxyHead extends ChannelInboundHandlerAdapter {
    static final String ESTABLISHED = "HTTP/1.1 200 Connection established\r\n\r\n";

    private static final int LONGEST = 64 * 1024;
    private static final int TLS_HANDSHAKE = 0x16;
    private static final String SSL = "ssl";
    private static final String CONNECT = "CONNECT ";
    private static final String END = "\r\n\r\n";

    private final NetClient elsewhere;
    private final Journal journal;
    private ByteBuf head = Unpooled.EMPTY_BUFFER;
    private boolean refused;

    /** @param elsewhere leads to hosts that this server does not stand in for; null where they are refused */
    ProxyHead(NetClient elsewhere, Journal journal) {
        this.elsewhere = elsewhere;
        this.journal = journal;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
            return;
        }
        int seen = Math.max(0, head.readableBytes() - END.length() + 1);
        head = MERGE_CUMULATOR.cumulate(context.alloc(), head, (ByteBuf) message);
        if (head.getByte(head.readerIndex()) == TLS_HANDSHAKE) {
            refuse(context, "400 Bad Request", "this is a proxy, which is spoken to in plain HTTP");
        } else if (mayBeConnect()) {
            int end = end(seen);
            if (end >= 0) {
                connect(context, end);
            } else if (head.readableBytes() > LONGEST) {
                refuse(context, "431 Request Header Fields Too Large", "the head of the request is too large");
            }
        } else {
            serve(context);
        }
    }

    /** As far as it has come. */
    private boolean mayBeConnect() {
        int known = Math.min(CONNECT.length(), head.readableBytes());
        return text(known).equals(CONNECT.substring(0, known));
    }

    private String text(int length) {
        return head.toString(head.readerIndex(), length, StandardCharsets.ISO_8859_1);
    }

    /** Bytes up to the end of the head; negative where it has not come. */
    private int end(int seen) {
        int from = head.readerIndex() + seen;
        for (int at = from; at + END.length() <= head.writerIndex(); at++) {
            if (head.getInt(at) == 0x0d0a0d0a) {
                return at + END.length() - head.readerIndex();
            }
        }
        return -1;
    }

    private void connect(ChannelHandlerContext context, int end) {
        String[] line = text(end).split("\r\n", 2)[0].split(" ", -1);
        boolean readable = line.length == 3 && line[2].matches("HTTP/1\\.[01]");
        ProxyTarget target = ProxyTarget.ofConnect(readable ? line[1] : "");
        if (target.address() == null) {
            refuse(context, "400 Bad Request", "the request to the proxy is not readable");
            return;
        }
        head.skipBytes(end);
        if (target.isStoodInFor()) {
            context.writeAndFlush(Unpooled.copiedBuffer(ESTABLISHED, StandardCharsets.US_ASCII));
            handOn(context);
        } else if (elsewhere != null) {
            lead(context, new Tunnel(elsewhere, target.address(), taken()));
        } else {
            journal.refused("CONNECT", line[1], 403, target.refusal());
            refuse(context, "403 Forbidden", target.refusal() + "; with tenantry.proxy-tunnel=true it leads anywhere");
        }
    }

    /** TLS is somebody else's matter then. */
    private void lead(ChannelHandlerContext context, Tunnel tunnel) {
        ChannelPipeline pipeline = context.pipeline();
        pipeline.remove("handshaker");
        pipeline.remove(SSL);
        pipeline.replace(this, null, tunnel);
    }

    /** No TLS comes: what Vert.x does behind it begins now. */
    private void serve(ChannelHandlerContext context) {
        ChannelPipeline pipeline = context.pipeline();
        pipeline.context(SSL).fireUserEventTriggered(SslHandshakeCompletionEvent.SUCCESS);
        pipeline.remove(SSL);
        handOn(context);
    }

    private void handOn(ChannelHandlerContext context) {
        ByteBuf rest = taken();
        if (rest.isReadable()) {
            context.fireChannelRead(rest);
        } else {
            rest.release();
        }
        context.pipeline().remove(this);
    }

    private ByteBuf taken() {
        ByteBuf rest = head;
        head = Unpooled.EMPTY_BUFFER;
        return rest;
    }

    private void refuse(ChannelHandlerContext context, String status, String message) {
        refused = true;
        taken().release();
        RawAnswer.send(context, status, message);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        taken().release();
    }
}
