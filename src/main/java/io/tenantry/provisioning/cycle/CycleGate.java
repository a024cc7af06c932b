package io.tenantry.provisioning.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets batches of cycles through one by one, and nobody while the whole store is exchanged. */
@ApplicationScoped
public class CycleGate {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final AtomicLong generation = new AtomicLong();

    /** Stands for the state of the store that a run began with. */
    long generation() {
        return generation.get();
    }

    /** Does the work, unless the store is another one by now. */
    <T> Optional<T> pass(long begun, Supplier<T> work) {
        lock.readLock().lock();
        try {
            return begun == generation.get() ? Optional.of(work.get()) : Optional.empty();
        } finally {
            lock.readLock().unlock();
        }
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
