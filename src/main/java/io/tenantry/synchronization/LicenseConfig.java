package io.tenantry.synchronization;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a job meets whose tenant lacks the licences for what it does. */
@ConfigMapping(prefix = "tenantry.licenses")
public interface LicenseConfig {
    @WithDefault("warning")
    Check check();

    enum Check {
        OFF,
        /** A line in the server's log. */
        WARNING,
        /** The job is not started. */
        ERROR
    }
}
