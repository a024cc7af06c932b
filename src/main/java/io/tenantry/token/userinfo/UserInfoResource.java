package io.tenantry.token.userinfo;

import io.tenantry.http.host.KnownHost;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenServiceResource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** {@code https://graph.microsoft.com/oidc/userinfo} (token-service.md §1). */
@Path("/oidc/userinfo")
public class UserInfoResource extends TokenServiceResource {
    private final UserInfo info;

    UserInfoResource(UserInfo info) {
        super("GET, POST");
        this.info = info;
    }

    @GET
    @KnownHost
    public Response get(@Context ServerRequestContext context) {
        return info.answer(TokenCall.of(context, "common"));
    }

    @POST
    @KnownHost
    public Response post(@Context ServerRequestContext context) {
        return get(context);
    }
}
