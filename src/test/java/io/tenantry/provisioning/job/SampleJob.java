package io.tenantry.provisioning.job;

import io.tenantry.format.Ids;
import io.tenantry.store.Tenant;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A job from Alderwood to Birchline that has not run yet, for tests that need no store. */
public final class SampleJob {
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private SampleJob() {}

    public static JobContext with(JobRules rules) {
        return new JobContext(
                tenant(1, "alderwood"),
                tenant(2, "birchline"),
                new JobApplication(Ids.random(), Ids.random(), "Harbour sync", Map.of()),
                new SyncJob(1, "job", "principal", Optional.empty(), OptionalLong.empty(), 0, false, Optional.empty()),
                rules,
                () -> "2023",
                () -> 0);
    }

    private static Tenant tenant(int key, String name) {
        return new Tenant(key, Ids.random(), name, name, name + ".example", "global", NOON);
    }
}
