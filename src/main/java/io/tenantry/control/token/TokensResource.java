package io.tenantry.control.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.control.ControlBody;
import io.tenantry.control.ControlError;
import io.tenantry.control.TenantPath;
import io.tenantry.format.Json;
import io.tenantry.store.Tenant;
import io.tenantry.token.issue.AccessTokens;
import io.tenantry.token.issue.UserToken;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Access tokens for tests: any permissions, any user, any roles, without a sign-in. */
@Path("/_tenantry/tenants/{tenant}/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {
    private static final Set<String> MEMBERS = Set.of("type", "scopes", "directoryRoles", "user");
    private static final List<String> EVERY = List.of("*");

    private final TenantPath tenants;
    private final TokenClients clients;
    private final TokenUsers users;
    private final AccessTokens issuer;

    TokensResource(TenantPath tenants, TokenClients clients, TokenUsers users, AccessTokens issuer) {
        this.tenants = tenants;
        this.clients = clients;
        this.users = users;
        this.issuer = issuer;
    }

    @POST
    public ObjectNode issue(@PathParam("tenant") String name, byte[] bytes) {
        Tenant tenant = tenants.of(name);
        ControlBody body = ControlBody.of(bytes, MEMBERS);
        String type = body.text("type").orElse("app");
        String token =
                switch (type) {
                    case "app" -> app(tenant, body);
                    case "delegated" -> delegated(tenant, body);
                    default -> throw ControlError.badRequest("type", "type must be app or delegated");
                };
        return Json.object().put("access_token", token).put("token_type", "Bearer");
    }

    private String app(Tenant tenant, ControlBody body) {
        for (String member : List.of("user", "directoryRoles")) {
            if (body.json().hasNonNull(member)) {
                throw ControlError.badRequest(member, "an app token has no " + member);
            }
        }
        return issuer.issueApp(
                tenant, clients.of(tenant, "1"), body.texts("scopes").orElse(EVERY));
    }

    private String delegated(Tenant tenant, ControlBody body) {
        Optional<List<String>> roles = body.texts("directoryRoles");
        UserToken.Person user = body.text("user")
                .map(name -> roles.map(given -> users.stored(tenant, name, given))
                        .orElseGet(() -> users.stored(tenant, name)))
                .orElseGet(() -> users.madeUp(tenant, roles.orElse(List.of(TokenUsers.EVERY_ROLE))));
        return issuer.issueDelegated(
                tenant, clients.of(tenant, "0"), user, body.texts("scopes").orElse(EVERY));
    }
}
