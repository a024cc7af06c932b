package io.tenantry.packaged.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.packaged.Http;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All that a tenant holds, so that a write which was refused shows where it was done all the same. */
final class TenantContents {
    private static final List<String> COLLECTIONS = List.of(
            "users?$top=999&$expand=manager",
            "groups?$top=999&$expand=members",
            "groups?$top=999&$select=id,membershipRule,isAssignableToRole&$expand=owners",
            "applications?$top=999&$expand=owners",
            "servicePrincipals?$top=999&$expand=owners",
            "directoryRoles?$expand=members",
            "roleManagement/directory/roleAssignments",
            "oauth2PermissionGrants",
            "directory/deletedItems/microsoft.graph.user",
            "directory/deletedItems/microsoft.graph.group",
            "directory/deletedItems/microsoft.graph.application",
            "policies/crossTenantAccessPolicy/partners?$expand=identitySynchronization",
            "auditLogs/directoryAudits?$top=999&$select=id");
    private static final List<String> SINGLETONS =
            List.of("policies/crossTenantAccessPolicy/default", "policies/authorizationPolicy", "organization");

    private TenantContents() {}

    static List<String> of(Http tenant) throws IOException {
        List<String> contents = new ArrayList<>();
        for (String collection : COLLECTIONS) {
            for (JsonNode object : tenant.all("/v1.0/" + collection)) {
                contents.add(collection + " " + object);
            }
        }
        for (String singleton : SINGLETONS) {
            contents.add(singleton + " "
                    + tenant.get("/v1.0/" + singleton).expect(200).json().toString());
        }
        return contents;
    }
}
