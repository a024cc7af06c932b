package io.tenantry.family;

import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One Graph request as the rules of a family see it: on which path, who, when, in which transaction.
 *
 * @param keys keys in the path, from left to right, as sent
 * @param parameters of a function, by name
 * @param query options by name, without {@code $} and in lower case
 * @param session of the caller's tenant
 */
public record GraphCall(
        String template,
        List<String> keys,
        Map<String, String> parameters,
        Map<String, String> query,
        Caller caller,
        Instant now,
        Session session) {

    public Tenant tenant() {
        return caller.tenant();
    }

    public String key(int index) {
        return keys.get(index);
    }
}
