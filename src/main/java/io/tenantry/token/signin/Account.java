package io.tenantry.token.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** A person who signs in: a user of its home tenant. */
public record Account(Tenant home, Entity user) {
    static final String HINT = "O.";

    public String name() {
        return user.text("userPrincipalName");
    }

    /** {@code client_info}: what clients build the account's id from (token-service.md §3.1). */
    public String clientInfo() {
        ObjectNode info = Json.object().put("uid", user.id()).put("utid", home.id());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.utf8(info));
    }

    /** Names the account to the token service, and nobody else (token-service.md §8.4). */
    public String loginHint() {
        return HINT + base64(user.id() + "/" + home.id());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Which revocation of its sign-ins was the last; empty for none. */
    public String generation() {
        return Objects.requireNonNullElse(user.text(HiddenProperties.SIGN_INS), "");
    }

    /** Tells one password from the next, without telling it. */
    public String passwordMark() {
        String hash = Objects.requireNonNullElse(user.text(HiddenProperties.PASSWORD), "");
        return Integer.toHexString(hash.hashCode());
    }
}
