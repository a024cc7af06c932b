package io.tenantry.token;

import io.tenantry.resource.Access;
import io.tenantry.resource.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Access by the server's own tokens and its permission table. */
@ApplicationScoped
public class TokenAccess implements Access {
    private final TokenCheck check;
    private final Permissions permissions;

    TokenAccess(TokenCheck check, Permissions permissions) {
        this.check = check;
        this.permissions = permissions;
    }

    @Override
    public Caller authenticate(String authorization) {
        return check.authenticate(authorization);
    }

    @Override
    public void require(Caller caller, String method, String template, List<String> keys) {
        permissions.require(caller, method, template, keys);
    }
}
