package io.tenantry.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where data is kept. */
@ConfigMapping(prefix = "tenantry")
public interface StoreConfig {
    /** JDBC URL of a PostgreSQL database; absent: the embedded store. */
    Optional<String> store();

    /** User of the PostgreSQL database, where the URL does not name one. */
    @WithName("store-user")
    Optional<String> storeUser();

    @WithName("store-password")
    Optional<String> storePassword();

    /** Words under which secrets are closed in a PostgreSQL database; absent: they are kept as they are. */
    @WithName("seal-key")
    Optional<String> sealKey();

    /** Folder of the embedded store. */
    @WithDefault(".tenantry")
    Path data();

    /** Keep nothing: the store is a temporary file that goes with the server. */
    @WithDefault("false")
    boolean ephemeral();

    /** How long a read for a caller may take, its wait for a turn included; 0: as long as it takes. */
    @WithName("read-time")
    @WithDefault("30S")
    Duration readTime();
}
