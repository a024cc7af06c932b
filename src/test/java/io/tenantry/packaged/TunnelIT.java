package io.tenantry.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A proxy that was told to lead to other hosts as well. */
class TunnelIT extends ServerCases {
    private int proxy;

    @Override
    String[] settings() {
        return new String[] {"tenantry.proxy-tunnel=true"};
    }

    @BeforeAll
    void ports() throws IOException {
        proxy = server.http()
                .get("/_tenantry/ports")
                .expect(200)
                .json()
                .get("proxy")
                .asInt();
    }

    @Test
    void anotherHostIsReached() throws IOException {
        String answer = said(connect("127.0.0.1:" + server.port())
                + "GET /_tenantry/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer, startsWith("HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 200 OK\r\n"));
        assertThat(answer, containsString("UP"));
    }

    @Test
    void oneThatDoesNotAnswerIsToldOf() throws IOException {
        assertThat(said(connect("127.0.0.1:" + Ports.free())), startsWith("HTTP/1.1 502 Bad Gateway"));
    }

    @Test
    void urlsInPlainTextAreStillServedOrRefusedHere() throws IOException {
        String request = "GET http://127.0.0.1:" + server.port() + "/ HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                + "\r\nConnection: close\r\n\r\n";
        assertThat(said(request), startsWith("HTTP/1.1 403"));
    }

    private static String connect(String target) {
        return "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n";
    }

    private String said(String bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
