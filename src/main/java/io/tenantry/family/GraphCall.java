package io.tenantry.family;

import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One Graph request as the rules of a family see it: who, when, in which transaction, on which path.
 *
 * @param version {@code v1.0} or {@code beta}
 * @param baseUrl scheme and host that the client called, without a slash at the end
 * @param keys keys in the path, from left to right, as sent
 * @param session of the caller's tenant; null for operations registered outside a transaction
 * @param headers first value of each header, by lower-case name
 */
public record GraphCall(
        String version,
        String baseUrl,
        String template,
        List<String> keys,
        Map<String, String> parameters,
        Caller caller,
        Instant now,
        Session session,
        Map<String, String> headers,
        Map<String, String> query) {

    public Tenant tenant() {
        return caller.tenant();
    }

    public boolean beta() {
        return version.equals("beta");
    }

    public String key(int index) {
        return keys.get(index);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
