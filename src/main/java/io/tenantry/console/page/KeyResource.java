package io.tenantry.console.page;

import io.tenantry.control.ControlSession;
import io.tenantry.http.ForEveryone;
import io.tenantry.http.host.CalledUrl;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Asks for the key of the control API, where one is set, and has the browser remember that it was given. */
@Path(Section.ROOT + "/key")
@ForEveryone
public class KeyResource {
    private final ControlSession session;

    KeyResource(ControlSession session) {
        this.session = session;
    }

    @GET
    public Response ask(@QueryParam("back") @DefaultValue("") String back) {
        return session.isNeeded()
                ? Pages.answer(200, Templates.key(inside(back), "", Assets.ALL)).build()
                : Response.seeOther(URI.create(Section.ROOT)).build();
    }

    @POST
    public Response given(
            @FormParam("key") @DefaultValue("") String key,
            @FormParam("back") @DefaultValue("") String back,
            @Context RoutingContext context) {
        if (!session.isNeeded()) {
            return Response.seeOther(URI.create(Section.ROOT)).build();
        }
        return session.openedWith(key)
                .map(value -> Response.seeOther(URI.create(inside(back)))
                        .cookie(cookie(value, NewCookie.DEFAULT_MAX_AGE, context))
                        .build())
                .orElseGet(() -> Pages.answer(403, Templates.key(inside(back), "That is not the key.", Assets.ALL))
                        .build());
    }

    /** Forgets it. */
    @POST
    @Path("/forget")
    public Response forget(@Context RoutingContext context) {
        return Response.seeOther(URI.create(ControlSession.ASKED_AT))
                .cookie(cookie("", 0, context))
                .build();
    }

    /** Nowhere but to pages of the console. */
    private static String inside(String back) {
        boolean page =
                back.startsWith(Section.ROOT) && back.matches("[!-~]+") && !back.startsWith(ControlSession.ASKED_AT);
        return page ? back : Section.ROOT;
    }

    private static NewCookie cookie(String value, int seconds, RoutingContext context) {
        return new NewCookie.Builder(ControlSession.COOKIE)
                .value(value)
                .path("/_tenantry")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(CalledUrl.of(context).scheme().equals("https"))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
