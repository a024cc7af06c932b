package io.tenantry.intercept;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that settings say this server is called by. */
@ConfigMapping(prefix = "tenantry")
interface HostNames {
    Optional<Set<String>> hosts();

    @WithName("control.hosts")
    Optional<Set<String>> controlHosts();

    default Set<String> names() {
        return Stream.of(hosts(), controlHosts())
                .flatMap(Optional::stream)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }
}
