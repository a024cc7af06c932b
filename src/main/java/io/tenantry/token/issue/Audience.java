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
 * @param form which claims it gets, and under which names
 */
public record Audience(String value, String issuer, Form form) {
    /** Graph's tokens and those of other resources of Microsoft say more than those of applications, of either version. */
    public enum Form {
        GRAPH,
        MICROSOFT,
        V1,
        V2
    }

    /** @param baseUrl that the client called */
    public static Audience of(Resource resource, Tenant tenant, String baseUrl) {
        return resource.takesV2()
                ? new Audience(resource.appId(), baseUrl + "/" + tenant.id() + "/v2.0", Form.V2)
                : new Audience(resource.audienceInV1(), v1Issuer(tenant), form(resource));
    }

    private static Form form(Resource resource) {
        if (resource.isGraph()) {
            return Form.GRAPH;
        }
        return resource.application() == null ? Form.MICROSOFT : Form.V1;
    }

    static Audience graph(Tenant tenant) {
        return new Audience(GraphAudience.GRAPH, v1Issuer(tenant), Form.GRAPH);
    }

    boolean isGraph() {
        return form == Form.GRAPH;
    }

    boolean isMicrosofts() {
        return form == Form.GRAPH || form == Form.MICROSOFT;
    }

    boolean isV2() {
        return form == Form.V2;
    }

    private static String v1Issuer(Tenant tenant) {
        return Cloud.of(tenant).tokenIssuer(tenant.id());
    }
}
