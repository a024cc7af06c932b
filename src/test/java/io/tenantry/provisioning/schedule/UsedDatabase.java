package io.tenantry.provisioning.schedule;

import io.tenantry.store.PostgresInstance;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** A database of PostgreSQL that one world after another has: to empty it is much quicker than to make another. */
record UsedDatabase(String url) implements Supplier<Store> {
    private static final Queue<UsedDatabase> FREE = new ConcurrentLinkedQueue<>();

    static UsedDatabase taken() {
        UsedDatabase free = FREE.poll();
        return free == null ? new UsedDatabase(PostgresInstance.newStore()) : free;
    }

    @Override
    public Store get() {
        return StoreUnderTest.postgresql(url);
    }

    void giveBack() {
        StoreUnderTest.empty(url);
        FREE.add(this);
    }
}
