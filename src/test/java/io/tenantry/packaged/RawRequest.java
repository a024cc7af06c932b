package io.tenantry.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request written to the socket as it is, with what no HTTP client would send. */
public final class RawRequest {
    private static final Pattern LENGTH =
            Pattern.compile("(?is)^HTTP/1.*?\\r\\ncontent-length: (\\d+)\\r\\n.*?\\r\\n\\r\\n");

    private final int port;
    private final String name;
    private final String start;
    private final StringBuilder headers = new StringBuilder();
    private String hosts;
    private InetAddress server = InetAddress.getLoopbackAddress();

    private RawRequest(int port, String method, String target, String version) {
        this.port = port;
        this.name = method + " " + (target.length() > 120 ? target.substring(0, 120) + "…" : target);
        this.start = method + " " + target + " " + version + "\r\n";
        hosts("localhost:" + port);
        header("Connection", "close");
    }

    static RawRequest to(PackagedServer server, String method, String target) {
        return to(server.port(), method, target);
    }

    public static RawRequest to(int port, String method, String target) {
        return new RawRequest(port, method, target, "HTTP/1.1");
    }

    public static RawRequest ofVersion10(int port, String method, String target) {
        return new RawRequest(port, method, target, "HTTP/1.0");
    }

    public RawRequest header(String header, String value) {
        headers.append(header).append(": ").append(value).append("\r\n");
        return this;
    }

    /** As many {@code Host} headers as there are names, in place of the right one. */
    public RawRequest hosts(String... names) {
        StringBuilder lines = new StringBuilder();
        for (String host : names) {
            lines.append("Host: ").append(host).append("\r\n");
        }
        hosts = lines.toString();
        return this;
    }

    /** In place of the loopback. */
    public RawRequest at(InetAddress address) {
        server = address;
        return this;
    }

    public Answer send() throws IOException {
        return sent(server, port, name, (start + hosts + headers + "\r\n").getBytes(ISO_8859_1));
    }

    /** Bytes that may be no request at all; status 0 where no answer comes before the connection ends. */
    static Answer of(PackagedServer server, byte[] bytes) throws IOException {
        String text = new String(bytes, ISO_8859_1);
        String name = text.length() > 120 ? text.substring(0, 120) + "…" : text;
        return sent(InetAddress.getLoopbackAddress(), server.port(), name, bytes);
    }

    private static Answer sent(InetAddress server, int port, String name, byte[] bytes) throws IOException {
        try (Socket socket = new Socket(server, port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            String answer = wholeAnswer(socket.getInputStream());
            int status = answer.startsWith("HTTP/1") ? Integer.parseInt(answer.substring(9, 12)) : 0;
            return new Answer(name, status, answer);
        }
    }

    /** The server closes the connection after it, but not while the body of the request is still to come. */
    private static String wholeAnswer(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        for (int n = read(in, part); n >= 0; n = read(in, part)) {
            read.write(part, 0, n);
            String soFar = read.toString(ISO_8859_1);
            Matcher length = LENGTH.matcher(soFar);
            if (length.find() && soFar.length() >= length.end() + Integer.parseInt(length.group(1))) {
                break;
            }
        }
        return read.toString(UTF_8);
    }

    /** A connection that is reset has ended as well. */
    private static int read(InputStream in, byte[] part) throws IOException {
        try {
            return in.read(part);
        } catch (SocketException e) {
            return -1;
        }
    }
}
