package io.tenantry.junit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Access tokens for Graph in one tenant, without a sign-in. */
public final class Tokens {
    private final Control control;
    private final String tenantId;

    Tokens(Control control, String tenantId) {
        this.control = control;
        this.tenantId = tenantId;
    }

    /** @param permissions none: every one */
    public String ofApplication(String... permissions) {
        return issued("app", permissions, Answer.JSON.createObjectNode());
    }

    /** @param userPrincipalName or id. @param permissions none: every one */
    public String ofUser(String userPrincipalName, String... permissions) {
        return issued("delegated", permissions, Answer.JSON.createObjectNode().put("user", userPrincipalName));
    }

    /** Of somebody who holds a directory role, as {@code Security Administrator}. @param permissions none: every one */
    public String ofRole(String directoryRole, String... permissions) {
        ObjectNode request = Answer.JSON.createObjectNode();
        request.putArray("directoryRoles").add(directoryRole);
        return issued("delegated", permissions, request);
    }

    private String issued(String type, String[] permissions, ObjectNode request) {
        request.put("type", type);
        if (permissions.length > 0) {
            ArrayNode scopes = request.putArray("scopes");
            List.of(permissions).forEach(scopes::add);
        }
        return control.post("/tenants/" + tenantId + "/tokens", request)
                .ok()
                .get("access_token")
                .asText();
    }
}
