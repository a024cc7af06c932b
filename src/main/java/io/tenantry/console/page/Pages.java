package io.tenantry.console.page;

import io.quarkus.qute.TemplateInstance;
import io.tenantry.console.api.Api;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.CallScripts;
import io.tenantry.console.api.Reading;
import io.tenantry.control.ControlSession;
import io.tenantry.http.host.CalledUrl;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Pages, and parts of them that htmx puts in place, as answers. Nothing is loaded from elsewhere, no script stands in a page, and no other
 * site may frame them.
 */
@ApplicationScoped
public class Pages {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final Api api;
    private final ControlSession session;
    private final RoutingContext context;

    /** @param context of the request that is answered: a proxy */
    Pages(Api api, ControlSession session, RoutingContext context) {
        this.api = api;
        this.session = session;
        this.context = context;
    }

    /**
     * A whole page.
     *
     * @param reading by which it was read: the page tells its calls
     */
    public Response page(String title, Section section, TemplateInstance page, Reading reading) {
        return page(200, title, section, page, reading);
    }

    Response page(int status, String title, Section section, TemplateInstance page, Reading reading) {
        List<ApiCall> calls = reading.calls();
        Clock clock = clock(api.reading());
        Frame frame =
                new Frame(title, section, clock, calls.stream().map(this::shown).toList(), session.isNeeded());
        return answer(status, page.data("frame", frame)).build();
    }

    /** A part of a page, as it is put in place of what was there. */
    public Response part(TemplateInstance part) {
        return answer(200, part).build();
    }

    /**
     * The answer of what changed something: whatever shows that on the page reads itself anew. Told after the swap, since the form that asked may
     * itself be gone by then, read anew for what came meanwhile, and nobody hears it.
     */
    public static Response changed(Response answer) {
        return Response.fromResponse(answer)
                .header("HX-Trigger-After-Swap", "changed")
                .build();
    }

    /** Whether htmx asks, which puts a part in its place; else the browser itself, which shows what it gets as a page. */
    boolean forScripts() {
        return context.request().headers().contains("HX-Request");
    }

    /** A call with the scripts that make it. */
    public ShownCall shown(ApiCall call) {
        return new ShownCall(call, CallScripts.of(call, CalledUrl.of(context).base(), session.isNeeded()));
    }

    public Clock clock(Reading reading) {
        return Clock.of(reading.control("/_tenantry/clock"));
    }

    static Response.ResponseBuilder answer(int status, TemplateInstance page) {
        return Response.status(status)
                .entity(page.render().getBytes(StandardCharsets.UTF_8))
                .header("Content-Type", "text/html; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", POLICY)
                // "no-referrer" would have forms come from an origin "null"
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff");
    }
}
