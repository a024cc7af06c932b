package io.tenantry.token.discovery;

import io.tenantry.token.http.TokenAnswers;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.http.TokenServiceResource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** User realms (token-service.md §2.4); the user stands in the path or in {@code user}. The tenant does not matter. */
@Path(TokenPaths.TENANT + "/userrealm{behind:(/[^/]*+)?}")
public class UserRealmResource extends TokenServiceResource {
    private final UserRealm realms;

    UserRealmResource(UserRealm realms) {
        super("GET");
        this.realms = realms;
    }

    @GET
    public Response get(@RestPath String tenant, @RestPath String behind, @Context ServerRequestContext context) {
        TokenCall call = TokenCall.of(context, tenant);
        String login = Optional.of(behind)
                .filter(user -> user.length() > 1)
                .map(user -> user.substring(1))
                .or(() -> Optional.ofNullable(call.query().get("user")))
                .orElseThrow(() -> TokenError.missing("user"));
        String version = Optional.ofNullable(call.query().get("api-version")).orElse("1.0");
        return TokenAnswers.document(call, version.startsWith("2") ? realms.v2(login) : realms.v1(login));
    }
}
