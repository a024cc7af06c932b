package io.tenantry.throttle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether clients are throttled as by Graph. */
@ConfigMapping(prefix = "tenantry")
public interface ThrottlingConfig {
    /** At the start and after a reset. */
    @WithDefault("false")
    boolean throttling();
}
