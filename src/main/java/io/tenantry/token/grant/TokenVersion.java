package io.tenantry.token.grant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.token.issue.AccessTokens;

/** The two token endpoints: how each tells of a token (token-service.md §3.1, §3.2). */
public enum TokenVersion {
    V1 {
        /** Numbers are strings here. */
        @Override
        ObjectNode body(IssuedToken token) {
            long at = token.at().getEpochSecond();
            ObjectNode body = Json.object().put("token_type", "Bearer");
            token.user().ifPresent(user -> body.put("scope", user.shortScope()));
            body.put("expires_in", Long.toString(EXPIRES_IN))
                    .put("ext_expires_in", Long.toString(EXPIRES_IN))
                    .put("expires_on", Long.toString(at + AccessTokens.LIFETIME.toSeconds()))
                    .put("not_before", Long.toString(at - AccessTokens.BACKDATED.toSeconds()))
                    .put("resource", token.resource())
                    .put("access_token", token.text());
            return withUser(body, token);
        }
    },
    V2 {
        @Override
        ObjectNode body(IssuedToken token) {
            ObjectNode body = Json.object().put("token_type", "Bearer");
            token.user().ifPresent(user -> body.put("scope", user.scope()));
            body.put("expires_in", EXPIRES_IN).put("ext_expires_in", EXPIRES_IN).put("access_token", token.text());
            return withUser(body, token);
        }
    };

    /** One second less than the token lives. */
    private static final long EXPIRES_IN = AccessTokens.LIFETIME.toSeconds() - 1;

    abstract ObjectNode body(IssuedToken token);

    private static ObjectNode withUser(ObjectNode body, IssuedToken token) {
        token.user().ifPresent(user -> {
            put(body, "refresh_token", user.refreshToken());
            put(body, "id_token", user.idToken());
            put(body, "client_info", user.clientInfo());
        });
        return body;
    }

    private static void put(ObjectNode body, String name, String value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
