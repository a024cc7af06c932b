package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** A client that reads and writes while others misbehave, and tells how long it had to wait. */
final class SteadyClient {
    private static final Duration BETWEEN = Duration.ofMillis(5);

    private interface Call {
        Answer send() throws IOException;
    }

    private final List<Call> calls;
    private final Queue<Long> waited = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    SteadyClient(Http http, String user) {
        String large = "{\"requests\": [], \"padding\": \"" + "x".repeat(300_000) + "\"}";
        calls = List.of(
                () -> http.get(user).expect(200),
                () -> http.get("/v1.0/users?$top=20").expect(200),
                () -> http.patch(user, "{\"officeLocation\": \"Quay\"}").expect(204),
                () -> http.post("/v1.0/$batch", large).expect(200));
    }

    /** How long 99 of 100 calls took at most that were sent during that time; none of them may have failed. */
    Duration worstDuring(Duration time) {
        waited.clear();
        failures.clear();
        long end = System.nanoTime() + time.toNanos();
        List<Thread> threads =
                calls.stream().map(call -> new Thread(() -> repeat(call, end))).toList();
        threads.forEach(Thread::start);
        threads.forEach(SteadyClient::join);
        assertEquals(List.of(), List.copyOf(failures));
        long[] sorted = waited.stream().mapToLong(Long::longValue).sorted().toArray();
        return Duration.ofNanos(sorted[(int) (sorted.length * 0.99)]);
    }

    private void repeat(Call call, long end) {
        while (System.nanoTime() < end) {
            time(call);
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
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

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
