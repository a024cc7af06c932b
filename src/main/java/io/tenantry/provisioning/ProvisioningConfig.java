package io.tenantry.provisioning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Thresholds and distances of the engine; the defaults are the service's own (provisioning-engine.md §1.6, §1.7). */
@ConfigMapping(prefix = "tenantry.provisioning")
public interface ProvisioningConfig {
    /** When a failed object is tried again, from its first failure; after the last of them daily. */
    @WithDefault("PT6H,PT12H,PT24H")
    List<Duration> retry();

    /** How long a failed object, and a job in quarantine, is tried again. */
    @WithDefault("P28D")
    Duration giveUp();

    /** Objects after which a transaction of a cycle ends if others wait: the more, the fewer times a page of an index is written. */
    @WithDefault("500")
    int batch();

    Quarantine quarantine();

    interface Quarantine {
        /** Fewer failures than these are not looked at. */
        @WithDefault("5000")
        int minimumFailures();

        /** Part of the objects that may fail. */
        @WithDefault("0.4")
        double proportion();

        /** Failures, those of references left out. */
        @WithDefault("40000")
        int base();

        /** Failures of all kinds. */
        @WithDefault("60000")
        int total();
    }
}
