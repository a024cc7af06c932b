package io.tenantry.junit.sample;

import io.tenantry.junit.TenantryTest;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

@TenantryTest
class FirstAtOnce extends AtOnce {
    private static final AtomicInteger RUNNING = new AtomicInteger();

    @Override
    Instant time() {
        return Instant.parse("2031-01-01T00:00:00Z");
    }

    @Override
    AtomicInteger running() {
        return RUNNING;
    }
}
