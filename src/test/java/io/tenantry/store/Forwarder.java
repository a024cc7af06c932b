package io.tenantry.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between a server and its database. It can let the database vanish without a word, connections staying open, or break the
 * connection of the next commit.
 */
public final class Forwarder implements AutoCloseable {
    /** When the connection of a commit is broken. */
    public enum Break {
        NEVER,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private final ServerSocket entrance;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile Break next = Break.NEVER;
    private boolean frozen;

    public Forwarder(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    public synchronized void freeze() {
        frozen = true;
    }

    public synchronized void thaw() {
        frozen = false;
        notifyAll();
    }

    public void breakNext(Break when) {
        next = when;
    }

    /** Whether it came to the break that was asked for. */
    public boolean hasBroken() {
        return next == Break.NEVER;
    }

    /** Ends what is open, as the death of a machine does when another takes its address. */
    public void cut() throws IOException {
        for (Socket each : sockets) {
            each.close();
        }
        sockets.clear();
    }

    private void accept() throws IOException, InterruptedException {
        while (true) {
            Socket inside = entrance.accept();
            awaitThaw();
            Socket outside = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.addAll(List.of(inside, outside));
            boolean[] commits = new boolean[1];
            run(() -> questions(inside, outside, commits));
            run(() -> answers(outside, inside, commits));
        }
    }

    private synchronized void awaitThaw() throws InterruptedException {
        while (frozen) {
            wait();
        }
    }

    private void questions(Socket from, Socket to, boolean[] commits) throws IOException, InterruptedException {
        pump(from, to, bytes -> {
            boolean commit = next != Break.NEVER && bytes.contains("COMMIT");
            commits[0] |= commit;
            return !commit || next == Break.AFTER_COMMIT;
        });
    }

    private void answers(Socket from, Socket to, boolean[] commits) throws IOException, InterruptedException {
        pump(from, to, bytes -> !commits[0]);
    }

    private interface Passage {
        boolean isFree(String bytes);
    }

    private void pump(Socket from, Socket to, Passage passage) throws IOException, InterruptedException {
        byte[] bytes = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                awaitThaw();
                if (!passage.isFree(new String(bytes, 0, read, ISO_8859_1))) {
                    next = Break.NEVER;
                    return;
                }
                out.write(bytes, 0, read);
            }
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void run(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                return; // one side went
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            entrance.close();
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
