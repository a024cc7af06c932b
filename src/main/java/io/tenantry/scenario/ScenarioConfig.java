package io.tenantry.scenario;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Which world to begin with. */
@ConfigMapping(prefix = "tenantry")
public interface ScenarioConfig {
    /** A scenario file, JSON or YAML; absent: the built-in demo. Read only where the store is empty. */
    Optional<Path> scenario();
}
