package io.tenantry.junit;

/** Requests to the server. Paths may hold characters that an address may not: they are encoded; what is encoded stays. */
public interface Calls {
    /** @param body null for none, JSON as text, or anything that Jackson writes */
    Answer send(String method, String path, Object body);

    default Answer get(String path) {
        return send("GET", path, null);
    }

    default Answer post(String path) {
        return send("POST", path, null);
    }

    default Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    default Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    default Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    default Answer delete(String path) {
        return send("DELETE", path, null);
    }
}
