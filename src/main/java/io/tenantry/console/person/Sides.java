package io.tenantry.console.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.QueryText;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.UrlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Both users, attribute by attribute.
 *
 * @param target empty where the job knows of none
 * @param rule id of the rule of the schema by which users are provisioned
 */
public record Sides(Side source, Optional<Side> target, List<SideRow> rows, String rule) {
    /**
     * One of the two.
     *
     * @param state {@code active} or {@code deleted}
     */
    public record Side(String tenant, String id, String name, String userPrincipalName, String state) {
        public String href() {
            return Person.href(tenant, id);
        }
    }

    static Sides read(Reading reading, Tie tie) {
        List<JsonNode> read = reading.all(List.of(
                ApiCall.control(new QueryText(tie.control() + "/compare")
                        .with("user", tie.user())
                        .text()),
                ApiCall.graph(tie.source(), tie.graph() + "/schema")));
        JsonNode compared = read.get(0);
        JsonNode rule = read.get(1).path("synchronizationRules").path(0);
        JsonNode there = compared.path("target");
        JsonNode source = user(reading, tie.source(), tie.user());
        JsonNode target =
                there.isObject() ? user(reading, tie.target(), there.path("id").asText()) : MissingNode.getInstance();
        return new Sides(
                side(tie.source(), compared.path("user"), source, source.isObject() ? "active" : "deleted"),
                there.isObject()
                        ? Optional.of(side(
                                tie.target(), there, target, there.path("state").asText()))
                        : Optional.empty(),
                rows(rule, compared, manager(source), manager(target)),
                rule.path("id").asText(""));
    }

    private static JsonNode user(Reading reading, String tenant, String id) {
        return reading.find(ApiCall.graph(
                        tenant,
                        new QueryText("/v1.0/users/" + UrlText.encoded(id))
                                .with("$select", "id,displayName")
                                .with("$expand", "manager($select=id,displayName)")
                                .text()))
                .orElse(MissingNode.getInstance());
    }

    private static String manager(JsonNode user) {
        return user.at("/manager/displayName").asText("");
    }

    /** @param live as Graph tells of it, missing where it was deleted */
    private static Side side(String tenant, JsonNode user, JsonNode live, String state) {
        String upn = user.path("userPrincipalName").asText("");
        String name = live.path("displayName").asText(user.path("displayName").asText(upn));
        return new Side(tenant, user.path("id").asText(), name, upn, state);
    }

    private static List<SideRow> rows(JsonNode rule, JsonNode compared, String manager, String targetManager) {
        Map<String, JsonNode> known = new HashMap<>();
        compared.path("attributes").forEach(each -> known.put(each.path("name").asText(), each));
        List<SideRow> rows = new ArrayList<>();
        for (JsonNode mapping : users(rule).path("attributeMappings")) {
            JsonNode comparison =
                    known.getOrDefault(mapping.path("targetAttributeName").asText(), MissingNode.getInstance());
            SideRow row = SideRow.of(mapping, compared.path("read"), comparison);
            rows.add(row.attribute().equals("manager") ? row.named(manager, targetManager) : row);
        }
        return rows;
    }

    private static JsonNode users(JsonNode rule) {
        for (JsonNode mapping : rule.path("objectMappings")) {
            if (mapping.path("targetObjectName").asText().equalsIgnoreCase("User")) {
                return mapping;
            }
        }
        return MissingNode.getInstance();
    }

    /** How many attributes the next update writes. */
    public long differing() {
        return rows.stream().filter(each -> each.state().equals("differs")).count();
    }
}
