package io.tenantry.junit;

import java.util.ArrayDeque;
import java.util.Deque;

/** The servers of this virtual machine: one, or as many as classes ever ran at the same time. */
final class Servers {
    private static final Deque<TestServer> IDLE = new ArrayDeque<>();

    private Servers() {}

    /** One that nobody else has until it is given back; best one that has the scenario already. */
    static TestServer take(String scenario) {
        synchronized (IDLE) {
            for (TestServer server : IDLE) {
                if (server.has(scenario)) {
                    IDLE.remove(server);
                    return server;
                }
            }
            if (!IDLE.isEmpty()) {
                return IDLE.pop();
            }
        }
        return TestServer.start();
    }

    static void giveBack(TestServer server) {
        if (server.isAlive()) {
            synchronized (IDLE) {
                IDLE.push(server);
            }
        }
    }
}
