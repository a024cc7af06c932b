package io.tenantry;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.tenantry.fault.Faults;
import io.tenantry.journal.Journal;
import io.tenantry.throttle.Throttling;
import io.tenantry.time.VirtualClock;
import jakarta.enterprise.inject.spi.CDI;

/** All tests share one application: what outlasts a world, and another test may have set, is put back before each. */
public final class NothingLeftBehind implements QuarkusTestBeforeEachCallback {
    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        of(VirtualClock.class).reset();
        of(Faults.class).clear();
        of(Throttling.class).reset();
        of(Journal.class).clear();
    }

    private static <T> T of(Class<T> bean) {
        return CDI.current().select(bean).get();
    }
}
