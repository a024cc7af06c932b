package io.tenantry.token.grant;

import io.tenantry.http.body.TakesForm;
import io.tenantry.http.host.KnownHost;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.http.TokenServiceResource;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** {@code /oauth2/token} (token-service.md §3.2): what is wanted stands in {@code resource}. */
@Path(TokenPaths.TENANT + "/oauth2/token")
public class V1TokenResource extends TokenServiceResource {
    private final Grants grants;

    V1TokenResource(Grants grants) {
        super("POST");
        this.grants = grants;
    }

    @POST
    @KnownHost
    @TakesForm
    public Response token(
            @RestPath String tenant, @RestForm("grant_type") String grantType, @Context ServerRequestContext context) {
        return grants.answer(TokenCall.of(context, tenant), grantType, TokenVersion.V1);
    }
}
