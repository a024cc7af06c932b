package io.tenantry.console.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.TenantNames.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cross-tenant access settings of a tenant as they come out.
 *
 * @param more how many partners there are that are not shown
 * @param strangers tenants of the server that are no partners
 * @param page where all of it is shown
 */
public record AccessTable(List<AccessRow> rows, int more, List<Named> strangers, String page) {
    private static final int MOST = 100;

    /** A heading over columns that belong together. */
    public record Group(String title, List<String> columns) {}

    private static final List<Group> GROUPS = List.of(
            new Group("B2B collaboration", List.of("In", "Out")),
            new Group("B2B direct connect", List.of("In", "Out")),
            new Group("Inbound trust", List.of("MFA", "Compliant device", "Hybrid joined device")),
            new Group("Automatic redemption", List.of("In", "Out")),
            new Group("Identity synchronization in", List.of("Users", "Groups")),
            new Group("Tenant restrictions", List.of("Out")));

    static AccessTable read(Reading reading, TenantHead head) {
        JsonNode matrix = reading.control("/_tenantry/tenants/" + head.id() + "/cross-tenant-access");
        List<AccessRow> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(matrix.size(), MOST + 1); i++) {
            rows.add(AccessRow.of(matrix.get(i), head));
        }
        Set<String> partners = matrix.valueStream()
                .map(each -> each.path("partner").asText(""))
                .collect(Collectors.toSet());
        List<Named> strangers = head.others().stream()
                .map(each -> new Named(
                        each.path("id").asText(), each.path("displayName").asText()))
                .filter(each -> !partners.contains(each.id()))
                .toList();
        return new AccessTable(rows, matrix.size() - rows.size(), strangers, head.href(TenantTab.ACCESS));
    }

    public List<Group> groups() {
        return GROUPS;
    }

    public List<AccessRow> partners() {
        return rows.subList(1, rows.size());
    }
}
