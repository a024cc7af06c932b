package io.tenantry.token.scope;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.store.Entity;
import io.tenantry.token.authority.GraphAudience;
import io.tenantry.token.claim.AskedClaims;
import io.tenantry.token.claim.TokenForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a token is for.
 *
 * @param audience as it was asked for
 * @param appId of its application
 * @param principal its service principal in the tenant; null for one of Microsoft's that has none there, or was not looked up
 * @param application as it stands in its home tenant; null for Microsoft's
 */
public record Resource(String audience, String appId, Entity principal, Entity application) {
    /** Whether its tokens have v2.0 form: it says so itself (token-service.md §11.12). */
    public boolean takesV2() {
        return application != null
                && application
                                .properties()
                                .path("api")
                                .path("requestedAccessTokenVersion")
                                .asInt(1)
                        == 2;
    }

    /** {@code aud} of v1.0 tokens: as it was asked for, unless the application wants to be called by its id (token-service.md §8.4). */
    public String audienceInV1() {
        return application != null && asked().asks("aud", "use_guid") ? appId : audience;
    }

    /** What it wants to know of what clients can: {@code xms_cc}. */
    public List<String> hears(List<String> capabilities) {
        return application == null || asked().asks("xms_cc") ? capabilities : List.of();
    }

    private AskedClaims asked() {
        return AskedClaims.of(application, TokenForm.Kind.ACCESS_TOKEN);
    }

    public boolean isGraph() {
        return appId.equals(GraphAudience.APP_ID);
    }

    /** The delegated permissions that it has, by name, each as the application declares it. */
    public Map<String, JsonNode> delegatedPermissions() {
        Map<String, JsonNode> permissions = new LinkedHashMap<>();
        if (principal != null) {
            principal.array("oauth2PermissionScopes").forEach(scope -> {
                if (scope.path("isEnabled").asBoolean(true)) {
                    permissions.put(scope.path("value").asText(), scope);
                }
            });
        }
        return permissions;
    }

    /** A permission as the resource spells it; one of Microsoft's that is not described here has any. */
    public Optional<String> spelled(String name) {
        Set<String> known = delegatedPermissions().keySet();
        return principal == null
                ? Optional.of(name)
                : known.stream().filter(name::equalsIgnoreCase).findFirst();
    }
}
