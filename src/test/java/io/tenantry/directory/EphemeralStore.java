package io.tenantry.directory;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A store that goes with the test run, and a free port. */
public class EphemeralStore implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("tenantry.ephemeral", "true", "quarkus.http.test-port", "0");
    }
}
