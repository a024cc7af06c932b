package io.tenantry.token.discovery;

import io.tenantry.token.http.TokenAnswers;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.http.TokenServiceResource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** User realms (token-service.md §2.4). */
@Path(TokenPaths.COMMON + "/userrealm/{upn}")
public class UserRealmResource extends TokenServiceResource {
    private final UserRealm realms;

    UserRealmResource(UserRealm realms) {
        super("GET");
        this.realms = realms;
    }

    @GET
    public Response get(@RestPath String upn, @Context ServerRequestContext context) {
        return TokenAnswers.document(TokenCall.of(context, "common"), realms.of(upn));
    }
}
