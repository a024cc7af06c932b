package io.tenantry.http.body;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Priorities;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Forms of REST calls. They are read from the body that was received within its bounds; the web server would read by itself, without
 * any, what comes with no form from here. Names of fields have no case.
 */
class Forms {
    private static final String TYPE = "application/x-www-form-urlencoded";
    private static final int MOST_FIELDS = 256;
    /** Behind what reads bodies. */
    private static final int PRIORITY = Priorities.USER + 2000;

    @TakesForm
    @ServerRequestFilter(priority = PRIORITY)
    void read(HttpServerRequest request, ResteasyReactiveContainerRequestContext context) throws IOException {
        FormData form = isForm(request) && RequestBody.isAnnounced(request)
                ? form(context.getEntityStream().readAllBytes())
                : new FormData(0);
        ((ResteasyReactiveRequestContext) context.getServerRequestContext()).setFormData(form);
    }

    /** Azure Identity for Java asks for a device code without saying what it sends. */
    private static boolean isForm(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type == null || type.isBlank() || type.regionMatches(true, 0, TYPE, 0, TYPE.length());
    }

    private static FormData form(byte[] body) {
        FormData form = new FormData(MOST_FIELDS);
        fields(new String(body, StandardCharsets.UTF_8))
                .forEach((name, values) -> values.forEach(value -> form.add(name.toLowerCase(Locale.ROOT), value)));
        if (body.length > 0 && !form.iterator().hasNext()) {
            throw malformed();
        }
        return form;
    }

    private static Map<String, List<String>> fields(String text) {
        try {
            return new QueryStringDecoder(text, StandardCharsets.UTF_8, false, MOST_FIELDS, true).parameters();
        } catch (IllegalArgumentException e) {
            throw malformed(); // a percent sign that encodes nothing
        }
    }

    private static BodyRefused malformed() {
        return BodyRefused.unreadable("Request is malformed or invalid.");
    }
}
