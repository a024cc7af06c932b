package io.tenantry.console.clock;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.TenantNames;
import java.util.ArrayList;
import java.util.List;

/**
 * What is different between two states, as a page shows it.
 *
 * @param counts empty behind the first page
 * @param next address of the page behind, empty for none
 */
public record ChangeList(List<Count> counts, List<ChangeRow> rows, String next) {
    private static final String TOKEN = "$skiptoken=";

    /**
     * How many of a type are different in a tenant.
     *
     * @param address of these alone
     */
    public record Count(String tenant, String type, long added, long changed, long removed, String address) {}

    static ChangeList of(JsonNode changes, ChangeFilter filter, TenantNames tenants) {
        List<Count> counts = new ArrayList<>();
        for (JsonNode each : changes.path("counts")) {
            counts.add(new Count(
                    each.path("tenantDisplayName").asText(),
                    each.path("type").asText(),
                    each.path("added").asLong(),
                    each.path("changed").asLong(),
                    each.path("removed").asLong(),
                    filter.address(
                            each.path("tenant").asText(), each.path("type").asText(), "")));
        }
        List<ChangeRow> rows = new ArrayList<>();
        changes.path("value").forEach(each -> rows.add(ChangeRow.of(each, tenants)));
        String link = changes.path("nextLink").asText("");
        int token = link.indexOf(TOKEN);
        return new ChangeList(counts, rows, token < 0 ? "" : filter.next(link.substring(token + TOKEN.length())));
    }
}
