package io.tenantry.packaged;

import io.tenantry.store.PostgresInstance;
import org.junit.jupiter.api.Nested;

/** Bad input, on both databases: each has limits and tempers of its own. */
class BadInputIT {
    @Nested
    class OnTheEmbeddedStore extends BadInputCases {
        @Override
        String[] settings() {
            return new String[0];
        }
    }

    @Nested
    class OnPostgres extends BadInputCases {
        @Override
        String[] settings() {
            return new String[] {"tenantry.store=" + PostgresInstance.newDatabase()};
        }
    }
}
