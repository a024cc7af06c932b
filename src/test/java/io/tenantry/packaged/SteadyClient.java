package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** A client that goes on reading and writing while others misbehave, and tells how long it had to wait. */
final class SteadyClient implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(5);

    private interface Call {
        Answer send() throws IOException;
    }

    private final Http http;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Long> waited = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    SteadyClient(Http http, String user) {
        this.http = http;
        repeat(() -> http.get(user).expect(200));
        repeat(() -> http.get("/v1.0/users?$top=20").expect(200));
        repeat(() -> http.patch(user, "{\"officeLocation\": \"Quay\"}").expect(204));
        String large = "{\"requests\": [], \"padding\": \"" + "x".repeat(300_000) + "\"}";
        repeat(() -> http.post("/v1.0/$batch", large).expect(200));
    }

    private void repeat(Call call) {
        Thread thread = new Thread(() -> {
            while (!ended) {
                time(call);
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        });
        threads.add(thread);
        thread.start();
    }

    private void time(Call call) {
        long start = System.nanoTime();
        try {
            call.send();
        } catch (IOException | AssertionError e) {
            failures.add(e.toString());
        }
        waited.add(System.nanoTime() - start);
    }

    /** How long 99 of 100 calls took at most, during that time; none of them may have failed. */
    Duration worstDuring(Duration time) {
        waited.clear();
        LockSupport.parkNanos(time.toNanos());
        List<String> failed = List.copyOf(failures);
        failures.clear();
        assertEquals(List.of(), failed);
        long[] sorted = waited.stream().mapToLong(Long::longValue).sorted().toArray();
        assertTrue(sorted.length > 0, () -> "no call has ended in " + time);
        return Duration.ofNanos(sorted[(int) (sorted.length * 0.99)]);
    }

    @Override
    public void close() {
        ended = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
