package io.tenantry.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A request written to the socket as it is, with what no HTTP client would send. */
final class RawRequest {
    private final PackagedServer server;
    private final String name;
    private final StringBuilder head;

    private RawRequest(PackagedServer server, String method, String target) {
        this.server = server;
        this.name = method + " " + (target.length() > 120 ? target.substring(0, 120) + "…" : target);
        this.head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        header("Host", "localhost:" + server.port());
        header("Connection", "close");
    }

    static RawRequest to(PackagedServer server, String method, String target) {
        return new RawRequest(server, method, target);
    }

    RawRequest header(String header, String value) {
        head.append(header).append(": ").append(value).append("\r\n");
        return this;
    }

    Answer send() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write((head + "\r\n").getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            int status = answer.startsWith("HTTP/1") ? Integer.parseInt(answer.substring(9, 12)) : 0;
            return new Answer(name, status, answer);
        }
    }
}
