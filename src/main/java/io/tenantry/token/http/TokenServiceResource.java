package io.tenantry.token.http;

import io.tenantry.http.ForEveryone;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * An endpoint of the token service: what it answers to verbs other than its own. Web pages may call it from anywhere, and are told so
 * with every answer, whether they ask or not, which is why no CORS handler stands before it.
 */
@ForEveryone(fromAnyOrigin = true)
public abstract class TokenServiceResource {
    private final String verbs;

    protected TokenServiceResource(String verb) {
        this.verbs = verb + ", OPTIONS";
    }

    /** The headers that a page names are allowed one by one: {@code *} leaves out {@code Authorization}. */
    @OPTIONS
    public Response options(@HeaderParam("Access-Control-Request-Headers") @DefaultValue("*") String asked) {
        return Response.ok()
                .header("Allow", verbs)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", verbs)
                .header("Access-Control-Allow-Headers", asked)
                .build();
    }

    /** A locator, which is asked where the endpoint has no method for a verb; with more behind the path nothing is there. */
    @Path("/")
    public Object other(@Context ServerRequestContext context) {
        var call = (ResteasyReactiveRequestContext) context;
        if (!call.getRemaining().isEmpty()) {
            throw new NotFoundException();
        }
        throw TokenError.wrongVerb(verbs, call.getMethod());
    }
}
