package io.tenantry.provisioning.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets batches of cycles through one by one, and nobody while the whole store is exchanged or once the server stops. */
@ApplicationScoped
public class BatchGate {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final AtomicLong generation = new AtomicLong();
    private boolean closed;

    /** Stands for the state of the store that a run began with. */
    long generation() {
        return generation.get();
    }

    /** Whether somebody waits for the end of what was let through. */
    boolean isAwaited() {
        return lock.hasQueuedThreads();
    }

    /** Does the work, unless the store is another one by now. */
    <T> Optional<T> pass(long begun, Supplier<T> work) {
        lock.readLock().lock();
        try {
            return !closed && begun == generation.get() ? Optional.of(work.get()) : Optional.empty();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Does the work beside a batch that was let through, which may be waiting for it: waits for nobody. */
    <T> Optional<T> passBeside(long begun, Supplier<T> work) {
        if (!lock.readLock().tryLock()) {
            return Optional.empty();
        }
        try {
            return !closed && begun == generation.get() ? Optional.of(work.get()) : Optional.empty();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Does work that looks at the store by itself, unless the server stops. */
    void pass(Runnable work) {
        lock.readLock().lock();
        try {
            if (!closed) {
                work.run();
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Waits for what is under way; behind this nothing passes. */
    void close() {
        lock.writeLock().lock();
        closed = true;
        lock.writeLock().unlock();
    }

    /** Waits for the batches under way, does the work alone; runs that were in the middle of a cycle end. */
    void exclusively(Runnable work) {
        lock.writeLock().lock();
        try {
            work.run();
        } finally {
            generation.incrementAndGet();
            lock.writeLock().unlock();
        }
    }
}
