package io.tenantry.console.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.UrlText;
import java.util.List;

/**
 * An object in a list.
 *
 * @param href empty where it has no page
 * @param cells as many as the list has columns behind the name
 * @param notes what is remarkable about it, as badges
 */
public record ObjectRow(String name, String href, List<String> cells, List<String> notes) {
    static ObjectRow of(TenantHead head, Listing listing, JsonNode object) {
        return switch (listing) {
            case PEOPLE -> person(head, object);
            case GROUPS -> group(head, object);
            case APPLICATIONS -> application(head, object);
        };
    }

    private static ObjectRow person(TenantHead head, JsonNode user) {
        boolean external = user.path("creationType").asText("").equals("Invitation");
        return new ObjectRow(
                name(user),
                head.href() + "/users/" + UrlText.encoded(id(user)),
                List.of(
                        user.path("userPrincipalName").asText(""),
                        user.path("userType").asText("Member") + (external ? ", external" : ""),
                        user.path("jobTitle").asText(""),
                        user.path("department").asText("")),
                user.path("accountEnabled").asBoolean(true) ? List.of() : List.of("disabled"));
    }

    private static ObjectRow group(TenantHead head, JsonNode group) {
        boolean unified = group.path("groupTypes").toString().contains("Unified");
        boolean dynamic = !group.path("membershipRule").asText("").isEmpty();
        return new ObjectRow(
                name(group),
                head.href() + "?group=" + UrlText.encoded(id(group)),
                List.of(
                        unified
                                ? "Microsoft 365"
                                : group.path("securityEnabled").asBoolean() ? "Security" : "Mail",
                        group.path("description").asText("")),
                dynamic ? List.of("dynamic") : List.of());
    }

    private static ObjectRow application(TenantHead head, JsonNode application) {
        String id = id(application);
        String job = "";
        for (JsonNode each : head.jobs()) {
            if (each.at("/servicePrincipal/id").asText().equals(id)) {
                job = each.path("id").asText();
            }
        }
        return new ObjectRow(
                name(application),
                job.isEmpty() ? "" : head.href() + "/jobs/" + UrlText.encoded(job),
                List.of(
                        application.path("appId").asText(""),
                        application.path("servicePrincipalType").asText("")),
                job.isEmpty() ? List.of() : List.of("synchronizes"));
    }

    private static String id(JsonNode object) {
        return object.path("id").asText();
    }

    private static String name(JsonNode object) {
        String name = object.path("displayName").asText("");
        return name.isBlank() ? id(object) : name;
    }
}
