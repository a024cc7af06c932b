package io.tenantry.token.authorize;

import io.tenantry.token.http.TokenPaths;
import io.tenantry.token.http.TokenServiceResource;
import io.tenantry.token.page.Pages;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Where sign-ins of native clients end: the client reads the answer from the address (token-service.md §1). */
@Path(TokenPaths.COMMON + "/oauth2/nativeclient")
public class NativeClientResource extends TokenServiceResource {
    NativeClientResource() {
        super("GET");
    }

    @GET
    public Response get() {
        return Pages.message("Signed in", "You may now return to the application.");
    }
}
