package io.tenantry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** {@code /policies/crossTenantAccessPolicy}: which clouds a tenant opens to (cross-tenant-access-policy.md §3.1, §4.2). */
@ApplicationScoped
public class CrossTenantAccessPolicyRules implements Family {
    static final String PATH = "/policies/crossTenantAccessPolicy";
    private static final int SIZE_LIMIT = 25 * 1024;
    private static final Set<String> CLOUDS =
            Set.of("microsoftonline.com", "microsoftonline.us", "partner.microsoftonline.cn");

    @Override
    public void register(GraphRegistry graph) {
        graph.single(PATH, (call, owner) -> PolicyObjects.single(call.session(), PolicyObjects.POLICY));
        graph.update(PATH, this::update);
    }

    private void update(GraphCall call, Entity policy, ObjectNode body) {
        JsonNode clouds = body.get("allowedCloudEndpoints");
        if (clouds != null) {
            checkClouds(clouds);
        }
        body.properties().forEach(field -> policy.set(field.getKey(), field.getValue()));
        if (Json.write(policy.properties()).getBytes(StandardCharsets.UTF_8).length > SIZE_LIMIT) {
            throw PolicyErrors.policyTooLarge();
        }
        call.session().update(policy);
    }

    private static void checkClouds(JsonNode clouds) {
        if (!clouds.isArray()) {
            throw PolicyErrors.invalidValue("allowedCloudEndpoints");
        }
        for (JsonNode cloud : clouds) {
            if (!CLOUDS.contains(cloud.asText())) {
                throw PolicyErrors.invalidValue("allowedCloudEndpoints");
            }
        }
    }
}
