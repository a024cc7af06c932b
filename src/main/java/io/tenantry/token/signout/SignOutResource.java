package io.tenantry.token.signout;

import io.tenantry.http.KnownHost;
import io.tenantry.http.TakesForm;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.http.TokenServiceResource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** {@code /oauth2/v2.0/logout}: signs the browser out (token-service.md §1). */
@Path(TokenPaths.TENANT + "/oauth2/v2.0/logout")
public class SignOutResource extends TokenServiceResource {
    private final SignOut signOut;

    SignOutResource(SignOut signOut) {
        super("GET, POST");
        this.signOut = signOut;
    }

    @GET
    @KnownHost
    public Response get(@RestPath String tenant, @Context ServerRequestContext context) {
        return signOut.answer(TokenCall.of(context, tenant));
    }

    @POST
    @KnownHost
    @TakesForm
    public Response post(@RestPath String tenant, @Context ServerRequestContext context) {
        return get(tenant, context);
    }
}
