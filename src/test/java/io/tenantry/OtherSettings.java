package io.tenantry;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.tenantry.format.Ids;
import java.util.Map;

/** Settings that a first start does not have. One server has all of them: each that is started for tests takes seconds. */
public class OtherSettings implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                // no key that is written down in a file of ours is one
                "tenantry.control.key", Ids.random(),
                "tenantry.control.hosts", "Team.test.example,tenantry",
                "tenantry.policy.put-replaces", "true",
                "tenantry.policy.strict-tenants", "true");
    }
}
