package io.tenantry.token.http;

import io.tenantry.http.host.CalledUrl;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * A request to the token service, apart from HTTP. Of parameters sent twice the first counts; unknown ones are ignored.
 *
 * @param baseUrl scheme and host that the client called, without a slash at the end
 * @param host of it, without port
 * @param tenant segment of the path: GUID, domain, {@code common}, {@code organizations} or {@code consumers}
 * @param form null where none is taken
 */
public record TokenCall(String baseUrl, String host, String tenant, FormData form, MultiMap query, MultiMap headers) {
    public static TokenCall of(ServerRequestContext context, String tenant) {
        var call = (ResteasyReactiveRequestContext) context;
        RoutingContext routing = call.unwrap(RoutingContext.class);
        CalledUrl called = CalledUrl.of(routing);
        return new TokenCall(
                called.base(),
                called.host(),
                tenant,
                call.getFormData(),
                routing.queryParams(),
                routing.request().headers());
    }

    public boolean hasField(String name) {
        return form != null && form.getFirst(name) != null;
    }

    /** {@code resource} is a parameter of v1 endpoints. Throws {@link TokenError} 901002. */
    public void refuseResource() {
        if (hasField("resource")) {
            throw TokenError.resourceParameter();
        }
    }

    /** A form field with a value. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(form == null ? null : form.getFirst(name))
                .map(FormValue::getValue)
                .filter(value -> !value.isBlank());
    }

    public String required(String name) {
        return field(name).orElseThrow(() -> TokenError.missing(name));
    }
}
