package io.tenantry.http.host;

/** The host that a request names is not served, or it names none that can be read. Each face says so in its own form, with status 400. */
public final class RefusedHost extends RuntimeException {
    RefusedHost(String message) {
        super(message, null, false, false);
    }
}
