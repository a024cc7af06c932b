package io.tenantry.control;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may use the control API. */
@ConfigMapping(prefix = "tenantry.control")
public interface ControlConfig {
    /** Key that every call must bring; absent: calls from this machine only. */
    Optional<String> key();
}
