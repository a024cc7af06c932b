package io.tenantry;

import static org.junit.jupiter.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.function.Executable;

/** What is bounded is so on a busy machine, too: what counts is the time that work had of a processor, not how long it waited for its turn. */
public final class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LOOK_MILLIS = 10;

    private CpuTime() {}

    /** Fails as soon as the work has taken longer. */
    public static void within(Duration most, Executable work) {
        within(most, work, "the work");
    }

    /** @param what is at work, for whoever has to mend it */
    public static void within(Duration most, Executable work, String what) {
        Work running = new Work(work);
        running.start();
        while (running.isAlive()) {
            if (THREADS.getThreadCpuTime(running.getId()) > most.toNanos()) {
                running.tooLong(what + " takes longer than " + most);
            }
            await(running);
        }
        running.end();
    }

    private static void await(Thread thread) {
        try {
            thread.join(LOOK_MILLIS);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Work extends Thread {
        private final Executable work;
        private Throwable thrown;

        Work(Executable work) {
            this.work = work;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                work.execute();
            } catch (Throwable e) {
                thrown = e;
            }
        }

        void tooLong(String what) {
            AssertionError place = new AssertionError("here");
            place.setStackTrace(getStackTrace());
            interrupt();
            fail(what, place);
        }

        void end() {
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown != null) {
                throw new AssertionError(thrown);
            }
        }
    }
}
