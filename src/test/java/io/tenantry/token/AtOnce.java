package io.tenantry.token;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Eight that try the same behind a barrier. */
public final class AtOnce {
    private static final int EIGHT = 8;

    private AtOnce() {}

    /** How many of them succeed. */
    public static int successes(Callable<Boolean> attempt) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(EIGHT);
        ExecutorService threads = Executors.newFixedThreadPool(EIGHT);
        try {
            List<Future<Boolean>> attempts = IntStream.range(0, EIGHT)
                    .mapToObj(i -> threads.submit(() -> {
                        barrier.await();
                        return attempt.call();
                    }))
                    .toList();
            int successes = 0;
            for (Future<Boolean> each : attempts) {
                successes += each.get() ? 1 : 0;
            }
            return successes;
        } finally {
            threads.shutdownNow();
        }
    }
}
