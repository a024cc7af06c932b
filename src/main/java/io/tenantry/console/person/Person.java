package io.tenantry.console.person;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.ApiAnswer;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.ApiRefused;
import io.tenantry.console.api.QueryText;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.Timestamps;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.page.Section;

/**
 * A user of a tenant.
 *
 * @param deleted when it was deleted, empty where it is not
 * @param facts what Graph tells of it
 */
public record Person(String tenant, String id, String name, String deleted, JsonNode facts) {
    private static final String SELECTED =
            "id,displayName,userPrincipalName,mail,userType,creationType,externalUserState,accountEnabled,jobTitle,department,"
                    + "createdDateTime,deletedDateTime";

    /**
     * Reads one that is there, or was deleted and can be restored.
     *
     * @throws ApiRefused where there is none
     */
    static Person read(Reading reading, String tenant, String id) {
        ApiCall call = ApiCall.graph(
                tenant,
                new QueryText("/v1.0/users/" + UrlText.encoded(id))
                        .with("$select", SELECTED)
                        .with("$expand", "manager($select=id,displayName,userPrincipalName)")
                        .text());
        ApiAnswer live = reading.tried(call);
        if (live.succeeded()) {
            return of(tenant, live.json());
        }
        ApiAnswer deleted = reading.tried(ApiCall.graph(tenant, "/v1.0/directory/deletedItems/" + UrlText.encoded(id)));
        if (live.status() == 404 && deleted.json().has("userPrincipalName")) {
            return of(tenant, deleted.json());
        }
        throw new ApiRefused(call, live);
    }

    private static Person of(String tenant, JsonNode user) {
        String id = user.path("id").asText();
        String name = user.path("displayName").asText("");
        return new Person(
                tenant,
                id,
                name.isBlank() ? id : name,
                Timestamps.shown(user.path("deletedDateTime").asText("")),
                user);
    }

    public String fact(String name) {
        JsonNode value = facts.path(name);
        return value.isNull() ? "" : value.asText("");
    }

    public boolean isDeleted() {
        return !deleted.isEmpty();
    }

    public boolean isEnabled() {
        return facts.path("accountEnabled").asBoolean(true);
    }

    public boolean isExternal() {
        return fact("creationType").equals("Invitation");
    }

    public String created() {
        return Timestamps.shown(fact("createdDateTime"));
    }

    public String managerName() {
        JsonNode manager = facts.path("manager");
        return manager.isObject()
                ? manager.path("displayName").asText(manager.path("id").asText())
                : "";
    }

    public String managerHref() {
        return href(tenant, facts.at("/manager/id").asText());
    }

    public String href() {
        return href(tenant, id);
    }

    static String href(String tenant, String id) {
        return Section.TENANTS.href() + "/" + UrlText.encoded(tenant) + "/users/" + UrlText.encoded(id);
    }

    /** The user in Graph. */
    public String url() {
        return "/v1.0/users/" + id;
    }

    public String restoration() {
        return "/v1.0/directory/deletedItems/" + id + "/restore";
    }
}
