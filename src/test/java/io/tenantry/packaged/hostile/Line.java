package io.tenantry.packaged.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/** Sends bytes on a connection of their own and reads what comes back. */
final class Line {
    private static final int PATIENCE_MILLIS = 10_000;

    private final int port;

    Line(int port) {
        this.port = port;
    }

    /**
     * What came back.
     *
     * @param status 0 where the connection ended without an answer, -1 where neither came
     * @param millis from the first byte sent to the last one read
     */
    record Reply(int status, String text, long millis) {}

    Reply send(Hostile request) throws IOException {
        long start = System.nanoTime();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            boolean sent = write(socket, request.wire());
            if (sent && request.expected() == Hostile.Expected.REFUSED_OR_ENDED) {
                socket.shutdownOutput();
            }
            String text = withoutInterim(read(socket.getInputStream()));
            int status = text.startsWith("HTTP/1.") ? Integer.parseInt(text.substring(9, 12)) : 0;
            return new Reply(status, text, millis(start));
        } catch (SocketTimeoutException e) {
            return new Reply(-1, "", millis(start));
        }
    }

    /** "Go on and send your body" is no answer yet. */
    private static String withoutInterim(String text) {
        int end = text.indexOf("\r\n\r\n");
        return text.startsWith("HTTP/1.1 100 ") ? text.substring(end + 4) : text;
    }

    private static long millis(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** False where the server has heard enough before the end. */
    private static boolean write(Socket socket, byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return true;
        } catch (SocketException e) {
            return false;
        }
    }

    /** What there is: a server that hangs up in the middle of a request may reset the connection. */
    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        try {
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                bytes.write(part, 0, n);
            }
        } catch (SocketException e) {
            return bytes.toString(UTF_8);
        }
        return bytes.toString(UTF_8);
    }
}
