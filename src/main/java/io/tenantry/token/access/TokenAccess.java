package io.tenantry.token.access;

import io.tenantry.error.GraphError;
import io.tenantry.family.Access;
import io.tenantry.family.Caller;
import io.tenantry.token.permission.Permissions;
import jakarta.inject.Singleton;
import java.util.List;

/** Access by the server's own tokens and its permission table. */
@Singleton
public class TokenAccess implements Access {
    private static final List<String> METHODS = List.of("GET", "POST", "PATCH", "PUT", "DELETE");

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

    /** A method that only others of the path's rows have is not allowed on it at all. */
    @Override
    public void require(Caller caller, String method, String template, List<String> keys) {
        if (!permissions.covers(method, template)
                && METHODS.stream().anyMatch(other -> permissions.covers(other, template))) {
            throw GraphError.methodNotAllowed();
        }
        permissions.require(caller, method, template, keys);
    }

    @Override
    public boolean allows(Caller caller, String method, String template, List<String> keys) {
        return permissions.allows(caller, method, template, keys);
    }
}
