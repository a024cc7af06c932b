package io.tenantry.provisioning.schedule;

import io.tenantry.world.RetentionConfig;
import java.time.Duration;

record TestRetention(Duration changes, Duration directoryAudits, Duration provisioningLogs) implements RetentionConfig {
    static final TestRetention DEFAULT =
            new TestRetention(Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(30));
    static final TestRetention FOR_EVER = new TestRetention(Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
