package io.tenantry.token.userinfo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.family.Caller;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.token.access.TokenCheck;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.issue.IdTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** What both userinfo endpoints do (token-service.md §11.13). Refusals have Graph's form: the endpoint stands on Graph's host. */
@ApplicationScoped
class UserInfo {
    private final TokenCheck tokens;
    private final Store store;

    UserInfo(TokenCheck tokens, Store store) {
        this.tokens = tokens;
        this.store = store;
    }

    Response answer(TokenCall call) {
        try {
            Caller caller = tokens.authenticate(call.headers().get("Authorization"));
            Caller.SignedInUser signedIn = caller.user()
                    .orElseThrow(
                            () -> GraphError.unauthorized("Access token validation failure. The token is of no user."));
            Entity user = store.read(caller.tenant(), session -> session.find("user", signedIn.id()))
                    .orElseThrow(() -> GraphError.unauthorized("Access token validation failure. The user is gone."));
            return json(200, about(user, caller)).build();
        } catch (GraphError refused) {
            return json(refused.status(), error(refused))
                    .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                    .build();
        }
    }

    /** What has no value is left out (OpenID Connect Core 5.3.2). */
    private static ObjectNode about(Entity user, Caller caller) {
        ObjectNode claims = Json.object()
                .put("sub", IdTokens.subjectOf(user.id(), caller.appId()))
                .put("name", user.text("displayName"))
                .put("family_name", user.text("surname"))
                .put("given_name", user.text("givenName"))
                .put("picture", "https://graph.microsoft.com/v1.0/me/photo/$value")
                .put("email", user.text("mail"));
        claims.properties().removeIf(claim -> claim.getValue().isNull());
        return claims;
    }

    private static ObjectNode error(GraphError refused) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error").put("code", refused.code()).put("message", refused.getMessage());
        error.putObject("innerError").put("request-id", Ids.random());
        return body;
    }

    private static Response.ResponseBuilder json(int status, ObjectNode body) {
        return Response.status(status)
                .entity(Json.write(body).getBytes(StandardCharsets.UTF_8))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Access-Control-Allow-Origin", "*");
    }
}
