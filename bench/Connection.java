import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** One connection that stays open where the server leaves it so, and the answer that came last on it. */
final class Connection implements AutoCloseable {
    private final SocketFactory factory;
    private final int port;
    private final StringBuilder line = new StringBuilder();
    private final byte[] chunk = new byte[1 << 16];
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 16);
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    Connection(int port) {
        this(SocketFactory.getDefault(), port);
    }

    private Connection(SocketFactory factory, int port) {
        this.factory = factory;
        this.port = port;
    }

    private void open() throws IOException {
        socket = factory.createSocket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
    }

    /** With TLS, whoever answers: what it costs is asked, not who it is. */
    static Connection secured(int port) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anyone()}, null);
        return new Connection(context.getSocketFactory(), port);
    }

    private static final class Anyone extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** Returns the status. */
    int ask(byte[] request) throws IOException {
        if (socket == null) {
            open();
        }
        out.write(request);
        body.reset();
        String status = line();
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).trim());
            } else if (header.equalsIgnoreCase("transfer-encoding: chunked")) {
                chunked = true;
            } else if (header.equalsIgnoreCase("connection: close")) {
                last = true;
            }
        }
        if (chunked) {
            readChunks();
        } else if (last) {
            body.write(in.readAllBytes());
        } else {
            read(length);
        }
        if (last) {
            close();
        }
        return Integer.parseInt(status.substring(9, 12));
    }

    private void readChunks() throws IOException {
        for (int size = size(); size > 0; size = size()) {
            read(size);
            line();
        }
        line();
    }

    static byte[] request(String method, String path, int port, String headers, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String length = method.equals("GET") ? "" : "Content-Length: " + content.length + "\r\n";
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + headers + length + "\r\n";
        byte[] request = Arrays.copyOf(head.getBytes(StandardCharsets.US_ASCII), head.length() + content.length);
        System.arraycopy(content, 0, request, head.length(), content.length);
        return request;
    }

    private int size() throws IOException {
        return Integer.parseInt(line().trim(), 16);
    }

    private void read(int length) throws IOException {
        for (int left = length; left > 0; ) {
            int n = in.read(chunk, 0, Math.min(left, chunk.length));
            if (n < 0) {
                throw new IOException("the server closed the connection within a body");
            }
            body.write(chunk, 0, n);
            left -= n;
        }
    }

    private String line() throws IOException {
        line.setLength(0);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    int length() {
        return body.size();
    }

    String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
