package io.tenantry.token;

import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.time.VirtualClock;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** Cases of users who sign in: before each a tenant with one, while time stands still. */
public abstract class SignInCases {
    @Inject
    protected Store store;

    @Inject
    protected VirtualClock clock;

    protected SignInWorld world;
    protected Entity ana;

    @BeforeEach
    void aUser() {
        clock.set(clock.now(), true);
        world = new SignInWorld(store);
        ana = world.user("ana");
    }
}
