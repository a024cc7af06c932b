package io.tenantry.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.QueryText;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.UrlText;
import io.tenantry.format.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is assigned to the application of a job, a page of them.
 *
 * @param next address of the page behind, empty for none
 */
public record Assignments(JobHead head, List<Row> rows, String next) {
    private static final int PAGE = 50;
    private static final Pattern SKIP_TOKEN = Pattern.compile("[?&]\\$skiptoken=([^&]*)");

    /** The role that stands for none. */
    private static final String DEFAULT_ROLE = "00000000-0000-0000-0000-000000000000";

    /**
     * @param href page of a user; empty for groups
     * @param members address of the members of a group; empty for users
     * @param url what takes the assignment away
     */
    public record Row(String name, String type, String href, String members, String url) {}

    static Assignments read(Reading reading, JobHead head, String token) {
        String url = new QueryText(head.servicePrincipal() + "/appRoleAssignedTo")
                .with("$top", Integer.toString(PAGE))
                .with("$skiptoken", token)
                .text();
        JsonNode page = reading.graph(head.tenant(), url);
        List<Row> rows = new ArrayList<>();
        page.path("value").forEach(each -> rows.add(row(head, each)));
        Matcher next = SKIP_TOKEN.matcher(page.path("@odata.nextLink").asText(""));
        return new Assignments(head, rows, next.find() ? head.href(JobTab.SCOPE) + "?token=" + next.group(1) : "");
    }

    private static Row row(JobHead head, JsonNode assignment) {
        String principal = assignment.path("principalId").asText();
        String type = assignment.path("principalType").asText();
        boolean group = type.equals("Group");
        return new Row(
                assignment.path("principalDisplayName").asText(principal),
                type,
                type.equals("User") ? head.userHref(principal) : "",
                group ? head.href(JobTab.SCOPE) + "/members?group=" + UrlText.encoded(principal) : "",
                head.servicePrincipal() + "/appRoleAssignedTo/"
                        + UrlText.encoded(assignment.path("id").asText()));
    }

    /** Somebody who may be assigned. */
    public record Candidate(String name, String detail, String type, String body) {}

    /** Users and groups of the source whose name, or user principal name, has this in it. */
    static List<Candidate> search(Reading reading, JobHead head, String text) {
        String words = text.replaceAll("[\"\\\\]", " ").strip();
        if (words.isEmpty()) {
            return List.of();
        }
        List<JsonNode> found = reading.all(List.of(
                ApiCall.graph(
                        head.tenant(),
                        find(
                                "/v1.0/users",
                                "id,displayName,userPrincipalName",
                                words,
                                "displayName",
                                "userPrincipalName")),
                ApiCall.graph(head.tenant(), find("/v1.0/groups", "id,displayName,description", words, "displayName")),
                ApiCall.graph(head.tenant(), head.servicePrincipal() + "?$select=appRoles")));
        String role = role(found.get(2));
        List<Candidate> candidates = new ArrayList<>();
        found.get(0)
                .path("value")
                .forEach(each -> candidates.add(candidate(head, each, "User", "userPrincipalName", role)));
        found.get(1).path("value").forEach(each -> candidates.add(candidate(head, each, "Group", "description", role)));
        return candidates;
    }

    private static String find(String collection, String select, String words, String... properties) {
        List<String> terms = new ArrayList<>();
        for (String property : properties) {
            terms.add("\"" + property + ":" + words + "\"");
        }
        return new QueryText(collection)
                .with("$search", String.join(" OR ", terms))
                .with("$select", select)
                .with("$top", "10")
                .text();
    }

    private static Candidate candidate(JobHead head, JsonNode object, String type, String detail, String role) {
        ObjectNode body = Json.object()
                .put("principalId", object.path("id").asText())
                .put("resourceId", head.application())
                .put("appRoleId", role);
        return new Candidate(
                object.path("displayName").asText(""), object.path(detail).asText(""), type, Json.write(body));
    }

    private static String role(JsonNode servicePrincipal) {
        return servicePrincipal
                .path("appRoles")
                .valueStream()
                .filter(each -> each.path("isEnabled").asBoolean())
                .map(each -> each.path("id").asText())
                .findFirst()
                .orElse(DEFAULT_ROLE);
    }
}
