package io.tenantry.store;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Lets a {@code @QuarkusTest} run on a PostgreSQL database of its own: {@code @WithTestResource(PostgresServer.class)}. */
public class PostgresServer implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of("tenantry.store", PostgresInstance.newDatabase(), "tenantry.ephemeral", "false");
    }

    @Override
    public void stop() {
        // the instance goes with the JVM
    }
}
