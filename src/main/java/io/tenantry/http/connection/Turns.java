package io.tenantry.http.connection;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Requests that were sent ahead of answers, of all connections of an event loop: one, then whatever else there is to do, then the next. */
final class Turns {
    private static final FastThreadLocal<Turns> OF_LOOP = new FastThreadLocal<>() {
        @Override
        protected Turns initialValue() {
            return new Turns();
        }
    };

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private Turns() {}

    /** To be called on the event loop. */
    static void add(EventExecutor loop, Runnable turn) {
        Turns turns = OF_LOOP.get();
        turns.waiting.add(turn);
        if (turns.waiting.size() == 1) {
            turns.later(loop);
        }
    }

    /** What is scheduled, and not just executed, lets the loop look at its channels before. */
    private void later(EventExecutor loop) {
        loop.schedule(() -> run(loop), 0, TimeUnit.NANOSECONDS);
    }

    private void run(EventExecutor loop) {
        waiting.peek().run();
        waiting.poll();
        if (!waiting.isEmpty()) {
            later(loop);
        }
    }
}
