package io.tenantry.token.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.token.authority.Authority;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.key.SigningIdentity;
import io.tenantry.token.key.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/** The keys that tokens are verified with (token-service.md §2.3). All tenants share one. */
@ApplicationScoped
class KeyDocuments {
    private final DocumentAuthority authorities;
    private final SigningKey key;

    KeyDocuments(DocumentAuthority authorities, SigningKey key) {
        this.authorities = authorities;
        this.key = key;
    }

    ObjectNode v2(TokenCall call) {
        Authority authority = authorities.of(call.tenant());
        return document(jwk().put("cloud_instance_name", authority.cloud(call.host()).instance)
                .put("issuer", call.baseUrl() + "/" + authority.issuerId() + "/v2.0"));
    }

    ObjectNode v1(TokenCall call) {
        authorities.of(call.tenant());
        return document(jwk());
    }

    private static ObjectNode document(ObjectNode jwk) {
        ObjectNode document = Json.object();
        document.putArray("keys").add(jwk);
        return document;
    }

    private ObjectNode jwk() {
        SigningIdentity identity = key.identity();
        ObjectNode jwk = Json.object()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", identity.thumbprint())
                .put("x5t", identity.thumbprint())
                .put("n", unsigned(identity.publicKey().getModulus()))
                .put("e", unsigned(identity.publicKey().getPublicExponent()));
        jwk.putArray("x5c").add(identity.certificateText());
        return jwk;
    }

    private static String unsigned(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int from = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }
}
