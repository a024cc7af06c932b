package io.tenantry.token.issue;

import io.tenantry.store.Tenant;
import io.tenantry.token.authority.Cloud;
import io.tenantry.token.authority.GraphAudience;
import io.tenantry.token.scope.Resource;

/**
 * Whom a token is for, and in which form: the resource decides, whichever endpoint is asked (token-service.md §11.12).
 *
 * @param value {@code aud}
 * @param issuer {@code iss}
 * @param graph whether it is Microsoft Graph under one of its names
 * @param v2 whether claims have the names of v2.0 tokens
 */
public record Audience(String value, String issuer, boolean graph, boolean v2) {
    /** @param baseUrl that the client called */
    public static Audience of(Resource resource, Tenant tenant, String baseUrl) {
        return resource.takesV2()
                ? new Audience(resource.appId(), baseUrl + "/" + tenant.id() + "/v2.0", false, true)
                : new Audience(resource.audience(), v1Issuer(tenant), resource.isGraph(), false);
    }

    static Audience graph(Tenant tenant) {
        return new Audience(GraphAudience.GRAPH, v1Issuer(tenant), true, false);
    }

    private static String v1Issuer(Tenant tenant) {
        return Cloud.of(tenant).tokenIssuer(tenant.id());
    }
}
