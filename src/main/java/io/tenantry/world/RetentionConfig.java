package io.tenantry.world;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what grows with every write is kept, by virtual time; zero keeps it for ever. */
@ConfigMapping(prefix = "tenantry.retention")
public interface RetentionConfig {
    /** Changes of directory objects, and with them delta tokens (directory.md §17). */
    @WithDefault("P7D")
    Duration changes();

    /** Entries of the directory audit log (directory.md §16.1). */
    @WithDefault("P30D")
    Duration directoryAudits();

    /** Entries of the provisioning log (synchronization-api.md §11.1). */
    @WithDefault("P30D")
    Duration provisioningLogs();

    /** Whether what has this age limit ever goes. */
    static boolean ends(Duration kept) {
        return !kept.isZero() && !kept.isNegative();
    }
}
