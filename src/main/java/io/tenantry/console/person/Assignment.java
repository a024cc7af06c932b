package io.tenantry.console.person;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.QueryText;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.UrlText;
import io.tenantry.format.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a user is assigned to a job by itself, and by which role that is done.
 *
 * @param direct URLs of the assignments; empty for none
 */
public record Assignment(List<String> direct, List<Role> roles, String url, String body) {
    /** A role that users are assigned by. */
    public record Role(String id, String name) {}

    /** Who was deleted has none, and gets none. */
    static Assignment read(Reading reading, Tie tie, Sides sides) {
        if (sides.source().state().equals("deleted")) {
            return new Assignment(List.of(), List.of(), "", "");
        }
        String principal = UrlText.encoded(tie.user());
        List<JsonNode> read = reading.all(List.of(
                ApiCall.graph(
                        tie.source(),
                        new QueryText("/v1.0/servicePrincipals/" + UrlText.encoded(tie.application()))
                                .with("$select", "id,appRoles")
                                .text()),
                ApiCall.graph(
                        tie.source(),
                        new QueryText("/v1.0/users/" + principal + "/appRoleAssignments")
                                .with("$filter", "resourceId eq " + tie.application())
                                .text())));
        List<String> direct = new ArrayList<>();
        read.get(1)
                .path("value")
                .forEach(each ->
                        direct.add(tie.assignments() + "/" + each.path("id").asText()));
        return new Assignment(
                direct,
                roles(read.get(0).path("appRoles")),
                tie.assignments(),
                Json.write(Json.object().put("principalId", tie.user()).put("resourceId", tie.application())));
    }

    private static List<Role> roles(JsonNode all) {
        List<Role> roles = new ArrayList<>();
        for (JsonNode role : all) {
            if (role.path("isEnabled").asBoolean()
                    && role.path("allowedMemberTypes").toString().contains("\"User\"")) {
                roles.add(new Role(
                        role.path("id").asText(), role.path("displayName").asText("")));
            }
        }
        return roles;
    }
}
