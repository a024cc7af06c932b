package io.tenantry.junit;

/** The control API: paths as {@code /snapshots/before}, without {@code /_tenantry} in front. */
public final class Control implements Calls {
    private final Http http;

    Control(Http http) {
        this.http = http;
    }

    @Override
    public Answer send(String method, String path, Object body) {
        return http.send(method, "/_tenantry" + path, body, null);
    }
}
