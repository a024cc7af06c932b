package io.tenantry.junit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, on free ports, which keeps nothing and ends with this virtual machine. */
final class ServerProcess {
    private static final Pattern ADDRESS = Pattern.compile("\\s*Control\\s+(http://\\S+)/_tenantry\\s*");
    private static final int LONGEST_START = 120;
    private static final int LINES = 100;

    private final Process process;
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final Deque<String> said = new ArrayDeque<>();

    private ServerProcess(Process process) {
        this.process = process;
    }

    static ServerProcess start(Path jar) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "start",
                        "--ephemeral",
                        "--for",
                        Long.toString(ProcessHandle.current().pid())))
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("TENANTRY_"));
        try {
            ServerProcess server = new ServerProcess(builder.start());
            Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroy));
            Thread listening = new Thread(server::listen, "Tenantry");
            listening.setDaemon(true);
            listening.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                keep(line);
                Matcher found = ADDRESS.matcher(line);
                if (found.matches()) {
                    address.complete(URI.create(found.group(1)));
                }
            }
            address.completeExceptionally(new IllegalStateException("it ended"));
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
    }

    private synchronized void keep(String line) {
        if (said.size() == LINES) {
            said.removeFirst();
        }
        said.addLast(line);
    }

    /** Waits until it is up. */
    URI address() {
        try {
            return address.get(LONGEST_START, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.destroy();
            throw new IllegalStateException("the server does not start:\n" + said(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IllegalStateException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The last of its output. */
    synchronized String said() {
        return String.join("\n", said);
    }
}
