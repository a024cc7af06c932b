package io.tenantry.token.authorize;

import jakarta.ws.rs.core.Response;

/** What a browser is to keep of its sessions, with the answer that it gets. */
public record SessionCookie(String header) {
    /** Its sessions are as before. */
    static final SessionCookie NONE = new SessionCookie("");

    public Response on(Response answer) {
        return this == NONE
                ? answer
                : Response.fromResponse(answer).header("Set-Cookie", header).build();
    }
}
