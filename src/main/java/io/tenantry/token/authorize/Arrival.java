package io.tenantry.token.authorize;

import io.tenantry.store.Tenant;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.session.BrowserSession;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** How far a user came: to a page on the way, or to the end. */
public sealed interface Arrival {
    /** @param cookie empty where the browser's sessions are as before */
    record AtPage(Response page, Optional<String> cookie) implements Arrival {
        public Response answer() {
            return withCookie(page, cookie);
        }
    }

    /**
     * @param session of who signed in
     * @param tenant that was signed in to
     * @param client with its service principal there
     */
    record AtEnd(BrowserSession session, Tenant tenant, ClientApplication client, Optional<String> cookie)
            implements Arrival {}

    static Response withCookie(Response answer, Optional<String> cookie) {
        return cookie.map(set ->
                        Response.fromResponse(answer).header("Set-Cookie", set).build())
                .orElse(answer);
    }
}
