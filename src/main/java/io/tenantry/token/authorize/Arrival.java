package io.tenantry.token.authorize;

import io.tenantry.store.Tenant;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.session.BrowserSession;
import jakarta.ws.rs.core.Response;

/** How far a user came: to a page on the way, or to the end. */
public sealed interface Arrival {
    record AtPage(Response page, SessionCookie cookie) implements Arrival {
        public Response answer() {
            return cookie.on(page);
        }
    }

    /**
     * @param session of who signed in
     * @param tenant that was signed in to
     * @param client with its service principal there
     */
    record AtEnd(BrowserSession session, Tenant tenant, ClientApplication client, SessionCookie cookie)
            implements Arrival {}
}
