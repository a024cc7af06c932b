package io.tenantry.intercept;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.tenantry.format.Json;
import io.tenantry.http.answer.OwnError;
import java.nio.charset.StandardCharsets;

/** An answer for what became no request; the connection ends with it. */
final class RawAnswer {
    private RawAnswer() {}

    static void send(ChannelHandlerContext context, String status, String message) {
        byte[] body = Json.utf8(OwnError.of(message, null));
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n";
        context.writeAndFlush(Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), body))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
