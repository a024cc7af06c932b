package io.tenantry.provisioning.schedule;

import io.tenantry.store.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A job is run by one thread at a time. */
@ApplicationScoped
public class JobClaims {
    private record Key(int tenant, String jobId) {}

    private final ConcurrentMap<Key, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** Waits until the job is free. */
    <T> T claim(Tenant tenant, String jobId, Supplier<T> work) {
        ReentrantLock lock = lock(tenant, jobId);
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Does nothing where somebody runs the job already. */
    void claimIfFree(Tenant tenant, String jobId, Runnable work) {
        ReentrantLock lock = lock(tenant, jobId);
        if (lock.tryLock()) {
            try {
                work.run();
            } finally {
                lock.unlock();
            }
        }
    }

    private ReentrantLock lock(Tenant tenant, String jobId) {
        return locks.computeIfAbsent(new Key(tenant.key(), jobId), key -> new ReentrantLock());
    }
}
