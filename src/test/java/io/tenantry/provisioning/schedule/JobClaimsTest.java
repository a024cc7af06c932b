package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.store.Tenant;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** One job is run by one at a time. */
class JobClaimsTest {
    private static final Tenant ALDERWOOD = tenant(1, "alderwood");

    private final JobClaims claims = new JobClaims();

    private static Tenant tenant(int key, String name) {
        return new Tenant(key, name, name, name, name + ".example", "global", Instant.EPOCH);
    }

    /** Somebody else tries, on a thread of his own. */
    private Optional<String> tries(Tenant tenant, String jobId) {
        return CompletableFuture.supplyAsync(() -> claims.claimIfFree(tenant, jobId, () -> "ran"))
                .join();
    }

    @Test
    void whoTriesAJobThatRunsIsTurnedAwayAndOtherJobsAreFree() {
        claims.claim(ALDERWOOD, "job", () -> {
            assertEquals(Optional.empty(), tries(ALDERWOOD, "job"));
            assertEquals(Optional.of("ran"), tries(ALDERWOOD, "other"));
            assertEquals(Optional.of("ran"), tries(tenant(2, "birchline"), "job"));
            return null;
        });
    }

    @Test
    void aJobIsFreeOnceItsRunHasEnded() {
        assertEquals("waited", claims.claim(ALDERWOOD, "job", () -> "waited"));
        assertEquals(Optional.of("ran"), tries(ALDERWOOD, "job"));
        assertEquals(Optional.of("ran"), tries(ALDERWOOD, "job"));
    }
}
