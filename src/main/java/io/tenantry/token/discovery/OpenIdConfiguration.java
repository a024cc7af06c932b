package io.tenantry.token.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.token.authority.Authority;
import io.tenantry.token.authority.Cloud;
import io.tenantry.token.http.TokenCall;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The discovery documents (token-service.md §2.1). Every URL is made from the one that the client called: clients refuse an issuer of
 * another host.
 */
@ApplicationScoped
class OpenIdConfiguration {
    private static final List<String> CLAIMS = List.of(
            "sub",
            "iss",
            "cloud_instance_name",
            "cloud_instance_host_name",
            "cloud_graph_host_name",
            "msgraph_host",
            "aud",
            "exp",
            "iat",
            "auth_time",
            "acr",
            "nonce",
            "preferred_username",
            "name",
            "tid",
            "ver",
            "at_hash",
            "c_hash",
            "email");

    private final DocumentAuthority authorities;

    OpenIdConfiguration(DocumentAuthority authorities) {
        this.authorities = authorities;
    }

    ObjectNode v2(TokenCall call) {
        Authority authority = authorities.of(call.tenant());
        String base = call.baseUrl() + "/" + authority.segment();
        Cloud cloud = authority.cloud(call.host());
        ObjectNode document = document(authority, cloud, base + "/oauth2/v2.0", base + "/discovery/v2.0/keys");
        document.put("issuer", call.baseUrl() + "/" + authority.issuerId() + "/v2.0");
        document.put("userinfo_endpoint", cloud.graph(call) + "/oidc/userinfo");
        return document.put("kerberos_endpoint", call.baseUrl() + "/" + authority.issuerId() + "/kerberos");
    }

    ObjectNode v1(TokenCall call) {
        Authority authority = authorities.of(call.tenant());
        String base = call.baseUrl() + "/" + authority.segment();
        Cloud cloud = authority.cloud(call.host());
        ObjectNode document = document(authority, cloud, base + "/oauth2", base + "/discovery/keys");
        document.put("issuer", cloud.tokenIssuer(authority.issuerId()));
        document.put("microsoft_multi_refresh_token", true);
        document.put("check_session_iframe", base + "/oauth2/checksession");
        return document.put("userinfo_endpoint", base + "/openid/userinfo");
    }

    private static ObjectNode document(Authority authority, Cloud cloud, String oauth2, String keys) {
        ObjectNode document = Json.object().put("token_endpoint", oauth2 + "/token");
        set(
                document,
                "token_endpoint_auth_methods_supported",
                "client_secret_post",
                "private_key_jwt",
                "client_secret_basic",
                "self_signed_tls_client_auth");
        document.put("jwks_uri", keys);
        set(document, "response_modes_supported", "query", "fragment", "form_post");
        set(document, "subject_types_supported", "pairwise");
        set(document, "id_token_signing_alg_values_supported", "RS256");
        set(document, "response_types_supported", "code", "id_token", "code id_token", "id_token token");
        set(document, "scopes_supported", "openid", "profile", "email", "offline_access");
        document.set("claims_supported", Json.array(CLAIMS));
        return document.put("request_uri_parameter_supported", false)
                .put("authorization_endpoint", oauth2 + "/authorize")
                .put("device_authorization_endpoint", oauth2 + "/devicecode")
                .put("http_logout_supported", true)
                .put("frontchannel_logout_supported", true)
                .put("end_session_endpoint", oauth2 + "/logout")
                .put("tenant_region_scope", authority instanceof Authority.Single ? cloud.region : null)
                .put("cloud_instance_name", cloud.instance)
                .put("cloud_graph_host_name", cloud.directoryGraphHost)
                .put("msgraph_host", cloud.graphHost)
                .put("rbac_url", cloud.rbacUrl);
    }

    private static void set(ObjectNode document, String name, String... values) {
        document.set(name, Json.array(List.of(values)));
    }
}
