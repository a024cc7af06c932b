package io.tenantry.http.host;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;
import java.util.Set;

/** Names that this server is called by, besides those that can lead nowhere else. */
@ConfigMapping(prefix = "tenantry")
interface HostConfig {
    /** Names of a front on this machine that hands on the name it was called by: Graph and tokens are served under them. */
    Optional<Set<String>> hosts();

    /** Names under which whoever brings the key reaches the control API, and with it everything else. */
    @WithName("control.hosts")
    Optional<Set<String>> controlHosts();

    /** Whether links follow what a front says that it was called. */
    @WithDefault("false")
    boolean forwarded();
}
