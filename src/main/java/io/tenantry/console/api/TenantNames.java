package io.tenantry.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tenants of this server, by id and by name. */
public record TenantNames(List<Named> all) {
    public record Named(String id, String name) {}

    public static TenantNames of(Reading reading) {
        List<Named> all = new ArrayList<>();
        for (JsonNode tenant : reading.control("/_tenantry/tenants")) {
            all.add(new Named(
                    tenant.path("id").asText(), tenant.path("displayName").asText()));
        }
        return new TenantNames(all);
    }

    /** The name of one; its id where no tenant here has it. */
    public String of(String id) {
        return find(id).map(Named::name).orElse(id);
    }

    public Optional<Named> find(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
