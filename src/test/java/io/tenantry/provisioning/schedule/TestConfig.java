package io.tenantry.provisioning.schedule;

import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.provisioning.status.Quarantine;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The defaults, but for the size of a batch and where a test says otherwise. */
public record TestConfig(int batch, Supplier<Limits> limits) implements ProvisioningConfig {
    public TestConfig(int batch) {
        this(batch, () -> Limits.DEFAULT);
    }

    @Override
    public List<Duration> retry() {
        return List.of(Duration.ofHours(6), Duration.ofHours(12), Duration.ofHours(24));
    }

    @Override
    public Duration giveUp() {
        return Duration.ofDays(28);
    }

    @Override
    public Quarantine quarantine() {
        return limits.get();
    }

    public record Limits(int minimumFailures, double proportion, int base, int total) implements Quarantine {
        static final Limits DEFAULT = new Limits(5000, 0.4, 40_000, 60_000);
    }
}
