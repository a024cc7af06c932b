package io.tenantry.token.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.http.host.KnownHost;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.token.http.TokenAnswers;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.http.TokenServiceResource;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** {@code /common/GetCredentialType}: what a sign-in page asks about a user name that was typed in (token-service.md §1). */
@Path(TokenPaths.TENANT + "/getcredentialtype")
public class CredentialTypeResource extends TokenServiceResource {
    private final UserRealm realms;
    private final Store store;

    CredentialTypeResource(UserRealm realms, Store store) {
        super("POST");
        this.realms = realms;
        this.store = store;
    }

    @POST
    @KnownHost
    public Response post(@RestPath String tenant, byte[] body, @Context ServerRequestContext context) {
        String username = username(body);
        Optional<Tenant> home = realms.tenant(username);
        boolean exists = home.isPresent() && isUser(home.get(), username);
        ObjectNode answer = Json.object()
                .put("Username", username)
                .put("Display", username)
                .put("IfExistsResult", exists ? 0 : 1)
                .put("IsUnmanaged", false)
                .put("ThrottleStatus", home.isPresent() ? 0 : 1);
        answer.putObject("Credentials")
                .put("PrefCredential", 1)
                .put("HasPassword", true)
                .putNull("RemoteNgcParams")
                .putNull("FidoParams")
                .putNull("SasParams");
        answer.putObject("EstsProperties").putNull("UserTenantBranding").put("DomainType", home.isPresent() ? 3 : 1);
        answer.put("IsSignupDisallowed", true);
        return TokenAnswers.tokens(TokenCall.of(context, tenant), answer);
    }

    private boolean isUser(Tenant tenant, String username) {
        return store.read(tenant, session -> session.findBy("user", "userPrincipalName", username)
                .isPresent());
    }

    private static String username(byte[] body) {
        try {
            JsonNode sent = Json.MAPPER.readTree(body);
            return Optional.ofNullable(sent.get("username"))
                    .or(() -> Optional.ofNullable(sent.get("Username")))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText)
                    .filter(name -> !name.isBlank())
                    .orElseThrow(() -> TokenError.missing("username"));
        } catch (IOException | NumberFormatException e) {
            throw TokenError.malformed();
        }
    }
}
