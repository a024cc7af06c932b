package io.tenantry.packaged;

import io.tenantry.store.PostgresInstance;
import org.junit.jupiter.api.Nested;

/** Many clients at once, on both databases. */
class ContentionIT {
    @Nested
    class OnTheEmbeddedStore extends ContentionCases {
        @Override
        String[] settings() {
            return new String[0];
        }
    }

    @Nested
    class OnPostgres extends ContentionCases {
        @Override
        String[] settings() {
            return new String[] {"tenantry.store=" + PostgresInstance.newDatabase()};
        }
    }
}
