package io.tenantry.console.tenant;

import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.QueryText;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which objects are listed, as the address of the page says; empty members ask for nothing.
 *
 * @param q what is searched for
 * @param kind {@code member}, {@code guest}, {@code external}, or a tenant's id: who comes from it
 * @param group id of a group whose members are listed
 * @param after where the page before ended
 */
public record ListQuery(
        @QueryParam("q") @DefaultValue("") String q,
        @QueryParam("kind") @DefaultValue("") String kind,
        @QueryParam("group") @DefaultValue("") String group,
        @QueryParam("after") @DefaultValue("") String after) {
    private static final int PAGE = 25;
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /** Graph's own query. */
    ApiCall call(TenantHead head, Listing listing) {
        String path = "/v1.0/"
                + (isOfGroup() ? "groups/" + group + "/transitiveMembers/microsoft.graph.user" : listing.collection);
        return ApiCall.graph(
                head.id(),
                new QueryText(path)
                        .with("$search", search(listing))
                        .with("$filter", filter(head, listing))
                        .with("$select", listing.selected)
                        .with("$orderby", "displayName")
                        .with("$count", "true")
                        .with("$top", Integer.toString(PAGE))
                        .with("$skiptoken", after)
                        .text());
    }

    boolean isOfGroup() {
        return group.matches(ID);
    }

    private boolean isId() {
        return q.strip().matches(ID);
    }

    private String search(Listing listing) {
        String text = q.strip().replace("\\", "\\\\").replace("\"", "\\\"");
        return text.isEmpty() || isId()
                ? ""
                : listing.searched.stream()
                        .map(property -> "\"" + property + ":" + text + "\"")
                        .collect(Collectors.joining(" OR "));
    }

    private String filter(TenantHead head, Listing listing) {
        String named = isId() ? "id eq '" + q.strip() + "'" : "";
        String chosen = listing == Listing.PEOPLE ? kindFilter(head) : "";
        return named.isEmpty() || chosen.isEmpty() ? named + chosen : named + " and " + chosen;
    }

    private String kindFilter(TenantHead head) {
        return switch (kind) {
            case "" -> "";
            case "member" -> "userType eq 'Member'";
            case "guest" -> "userType eq 'Guest'";
            case "external" -> Counts.EXTERNAL;
            default -> fromTenant(head);
        };
    }

    /** Whose name in this tenant tells that they come from a domain of the other one (directory.md §5.3). */
    private String fromTenant(TenantHead head) {
        List<String> domains = head.others().stream()
                .filter(each -> each.path("id").asText().equals(kind))
                .flatMap(each -> TenantHead.domains(each).stream())
                .toList();
        return domains.stream()
                .map(domain -> "endsWith(userPrincipalName,'_" + domain + "#EXT#@"
                        + head.domains().get(0) + "')")
                .collect(Collectors.joining(" or ", "(", ")"))
                .replace("()", "id eq '00000000-0000-0000-0000-000000000000'");
    }

    /** The address of a page with the same choice. */
    String address(String page, String behind) {
        return new QueryText(page)
                .with("q", q)
                .with("kind", kind)
                .with("group", group)
                .with("after", behind)
                .text();
    }
}
