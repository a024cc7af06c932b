package io.tenantry.journal;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of the past is kept. */
@ConfigMapping(prefix = "tenantry.journal")
public interface JournalConfig {
    /** Calls, the last ones; 0: none. Each that is kept costs the next ones time: a thousand 10 % of a token. */
    @WithDefault("300")
    int entries();

    /** All calls together, with their headers and bodies. */
    @WithDefault("16M")
    MemorySize memory();

    /** Of each body. */
    @WithDefault("64K")
    MemorySize body();
}
