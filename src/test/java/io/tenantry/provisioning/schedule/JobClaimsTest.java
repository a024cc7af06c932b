package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.store.Tenant;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** One job is run by one at a time. */
class JobClaimsTest {
    private static final Tenant ALDERWOOD = tenant(1, "alderwood");

    private final JobClaims claims = new JobClaims();

    private static Tenant tenant(int key, String name) {
        return new Tenant(key, name, name, name, name + ".example", "global", Instant.EPOCH);
    }

    /** Whether somebody else, on a thread of his own, comes to run a job that he tries. */
    private boolean comesTo(Tenant tenant, String jobId) {
        AtomicBoolean ran = new AtomicBoolean();
        CompletableFuture.runAsync(() -> claims.claimIfFree(tenant, jobId, () -> ran.set(true)))
                .join();
        return ran.get();
    }

    @Test
    void whoTriesAJobThatRunsIsTurnedAwayAndOtherJobsAreFree() {
        claims.claim(ALDERWOOD, "job", () -> {
            assertFalse(comesTo(ALDERWOOD, "job"));
            assertTrue(comesTo(ALDERWOOD, "other"));
            assertTrue(comesTo(tenant(2, "birchline"), "job"));
            return null;
        });
    }

    @Test
    void aJobIsFreeOnceItsRunHasEnded() {
        assertEquals("waited", claims.claim(ALDERWOOD, "job", () -> "waited"));
        assertTrue(comesTo(ALDERWOOD, "job"));
        assertTrue(comesTo(ALDERWOOD, "job"));
    }
}
