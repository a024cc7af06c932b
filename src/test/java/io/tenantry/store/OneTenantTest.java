package io.tenantry.store;

import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A tenant in an embedded store of its own, for tests of what works on sessions. */
public abstract class OneTenantTest {
    protected Store store;
    protected Tenant tenant;

    @BeforeEach
    final void open() {
        store = StoreUnderTest.ephemeral();
        tenant = StoreUnderTest.tenant(store, "alder");
    }

    @AfterEach
    final void close() {
        StoreUnderTest.close(store);
    }

    protected final void within(Consumer<Session> work) {
        store.write(tenant, session -> {
            work.accept(session);
            return null;
        });
    }
}
