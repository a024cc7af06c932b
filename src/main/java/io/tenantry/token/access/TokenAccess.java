package io.tenantry.token.access;

import io.tenantry.family.Access;
import io.tenantry.family.Caller;
import io.tenantry.token.permission.Permissions;
import jakarta.inject.Singleton;
import java.util.List;

/** Access by the server's own tokens and its permission table. */
@Singleton
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

    @Override
    public boolean allows(Caller caller, String method, String template, List<String> keys) {
        return permissions.allows(caller, method, template, keys);
    }

    @Override
    public boolean allowsWhole(Caller caller, String method, String template) {
        return permissions.allowsWhole(caller, method, template);
    }
}
