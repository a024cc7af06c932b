package io.tenantry.token.access;

import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import io.tenantry.store.Tenants;
import io.tenantry.time.VirtualClock;
import io.tenantry.token.key.SigningKey;
import io.tenantry.token.permission.SightTable;

/** The check of access tokens without a server around it, for tests that hand it whatever comes. */
public final class AnyToken {
    private final TokenCheck check;

    private AnyToken(TokenCheck check) {
        this.check = check;
    }

    public static AnyToken check() {
        Store store = StoreUnderTest.ephemeral();
        Tenants tenants = StoreUnderTest.tenants(store);
        SigningKey key = new SigningKey(store);
        key.load(null);
        return new AnyToken(new TokenCheck(key, tenants, new VirtualClock(), new SightTable()));
    }

    /** As it stands in the Authorization header. */
    public void authenticate(String authorization) {
        check.authenticate(authorization);
    }
}
