package io.tenantry.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A mail server that takes every mail but those to one address. */
final class PickyServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final String unwanted;

    PickyServer(String unwanted) throws IOException {
        this.unwanted = unwanted;
        begin(this::serve);
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "picky-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                begin(() -> answer(client));
            } catch (SocketException e) {
                return; // it was closed
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void answer(Socket client) {
        try (client) {
            talk(client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client.getOutputStream(), "220 picky");
        boolean data = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (data) {
                data = !line.equals(".");
                if (!data) {
                    say(client.getOutputStream(), "250 taken");
                }
            } else {
                data = line.equals("DATA");
                say(client.getOutputStream(), data ? "354 go on" : answer(line));
                if (line.startsWith("QUIT")) {
                    return;
                }
            }
        }
    }

    private String answer(String line) {
        if (line.startsWith("QUIT")) {
            return "221 bye";
        }
        return line.startsWith("RCPT") && line.contains(unwanted) ? "550 5.1.1 nobody of that name" : "250 fine";
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
