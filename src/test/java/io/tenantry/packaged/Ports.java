package io.tenantry.packaged;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports of the loopback that stay free until a server of this process takes them: below those that systems give to connections, and of
 * processes beside each other not the same.
 */
public final class Ports {
    private static final int FIRST = 10_000;
    private static final int OF_A_PROCESS = 100;
    private static final int PROCESSES = 200;
    private static final int BEGIN = FIRST + (int) (ProcessHandle.current().pid() % PROCESSES) * OF_A_PROCESS;
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Ports() {}

    public static int free() {
        for (int i = 0; i < OF_A_PROCESS; i++) {
            int port = BEGIN + NEXT.getAndIncrement() % OF_A_PROCESS;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free from " + BEGIN + " on");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false; // taken
        }
    }
}
