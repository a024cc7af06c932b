package io.tenantry.token.page;

import io.tenantry.http.body.TakesForm;
import io.tenantry.http.host.KnownHost;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenServiceResource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** An endpoint that people come to: what it is asked stands in the query, in a form, or in both. */
public abstract class PageResource extends TokenServiceResource {
    protected PageResource() {
        super("GET, POST");
    }

    @GET
    @KnownHost
    public Response get(@RestPath String tenant, @Context ServerRequestContext context) {
        return answer(TokenCall.of(context, tenant == null ? "common" : tenant));
    }

    @POST
    @KnownHost
    @TakesForm
    public Response post(@RestPath String tenant, @Context ServerRequestContext context) {
        return get(tenant, context);
    }

    /** To both verbs. */
    protected abstract Response answer(TokenCall call);
}
