package io.tenantry.scenario.file;

import java.util.List;

/** A world: the tenants that a scenario file describes, checked. */
public record Scenario(List<TenantScenario> tenants) {

    public Scenario {
        tenants = List.copyOf(tenants);
    }
}
