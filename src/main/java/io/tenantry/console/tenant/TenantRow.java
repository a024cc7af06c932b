package io.tenantry.console.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.Reading;
import io.tenantry.console.page.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tenant in the list. */
public record TenantRow(
        String id, String name, List<String> domains, String cloud, Optional<Counts> counts, String href) {
    /** Of more the people are not counted. */
    private static final int MOST_COUNTED = 30;

    static List<TenantRow> read(Reading reading) {
        JsonNode tenants = reading.control("/_tenantry/tenants");
        List<ApiCall> calls = new ArrayList<>();
        for (int i = 0; i < Math.min(tenants.size(), MOST_COUNTED); i++) {
            calls.addAll(Counts.calls(tenants.get(i).path("id").asText()));
        }
        List<JsonNode> counted = reading.all(calls);
        int each = tenants.isEmpty() ? 1 : calls.size() / Math.min(tenants.size(), MOST_COUNTED);
        List<TenantRow> rows = new ArrayList<>();
        for (int i = 0; i < tenants.size(); i++) {
            rows.add(of(tenants.get(i), i < MOST_COUNTED ? counted.subList(i * each, (i + 1) * each) : List.of()));
        }
        return rows;
    }

    private static TenantRow of(JsonNode tenant, List<JsonNode> counted) {
        String id = tenant.path("id").asText();
        return new TenantRow(
                id,
                tenant.path("displayName").asText(),
                TenantHead.domains(tenant),
                tenant.path("cloud").asText(),
                counted.isEmpty() ? Optional.empty() : Optional.of(Counts.of(counted)),
                Section.TENANTS.href() + "/" + id);
    }
}
