package io.tenantry.provisioning.schedule;

import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.provisioning.status.Quarantine;
import java.time.Duration;
import java.util.List;

/** The defaults, but for the size of a batch. */
public record TestConfig(int batch) implements ProvisioningConfig {
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
        return new Limits(5000, 0.4, 40_000, 60_000);
    }

    public record Limits(int minimumFailures, double proportion, int base, int total) implements Quarantine {}
}
