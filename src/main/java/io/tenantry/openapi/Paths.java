package io.tenantry.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.token.permission.Permissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The paths of a document. What the permission table does not know answers 405, so it is not listed. */
final class Paths {
    private final Permissions permissions;
    private final Map<String, ObjectNode> byAddress = new TreeMap<>();

    Paths(Permissions permissions) {
        this.permissions = permissions;
    }

    /** @param template by which the permission table knows the operation */
    void add(String method, String address, String template, Supplier<OperationObject> operation) {
        if (permissions.covers(method, template)) {
            byAddress
                    .computeIfAbsent(address, path -> Json.object())
                    .set(method.toLowerCase(Locale.ROOT), operation.get().allowed(security(method, address, template)));
        }
    }

    ObjectNode all() {
        ObjectNode all = Json.object();
        byAddress.forEach(all::set);
        return all;
    }

    private ArrayNode security(String method, String address, String template) {
        ArrayNode ways = Json.array();
        if (!address.matches("/me(/.*)?")) { // an application is nobody's self
            permissions.applicationWays(method, template).forEach(way -> add(ways, "application", way));
        }
        permissions.delegatedWays(method, template).forEach(way -> add(ways, "delegated", way));
        return ways;
    }

    private static void add(ArrayNode ways, String scheme, List<String> permissions) {
        ways.addObject().set(scheme, Json.array(permissions));
    }
}
