package io.tenantry.token.http;

import io.tenantry.format.Ids;
import io.vertx.core.MultiMap;
import java.util.Optional;

/**
 * A request to the token service, apart from HTTP. Of parameters sent twice the first counts; unknown ones are ignored.
 *
 * @param baseUrl scheme and host that the client called, without a slash at the end
 * @param host of it, without port
 * @param tenant segment of the path: GUID, domain, {@code common}, {@code organizations} or {@code consumers}
 * @param upn segment behind {@code userrealm/}, else null
 */
public record TokenCall(
        String baseUrl, String host, String tenant, String upn, MultiMap form, MultiMap query, MultiMap headers) {

    /** A form field with a value. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(form.get(name)).filter(value -> !value.isBlank());
    }

    public String required(String name) {
        return field(name).orElseThrow(() -> TokenError.missing(name));
    }

    /** MSAL sends its id as header, MSAL Node in the query or as a form field (token-service.md §3). */
    public String correlationId() {
        return Optional.ofNullable(headers.get("client-request-id"))
                .or(() -> Optional.ofNullable(query.get("client-request-id")))
                .or(() -> Optional.ofNullable(form.get("client-request-id")))
                .filter(Ids::isGuid)
                .orElseGet(Ids::random);
    }
}
