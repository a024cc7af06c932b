package io.tenantry.console.log;

import io.tenantry.console.api.TenantNames;

/** Whose log is shown, and whose else could be. */
public record LoggedTenant(String id, TenantNames tenants) {
    /** The first one where none is chosen. */
    static LoggedTenant of(String chosen, TenantNames tenants) {
        String first = tenants.all().isEmpty() ? "" : tenants.all().get(0).id();
        return new LoggedTenant(chosen.isEmpty() ? first : chosen, tenants);
    }

    boolean isNobody() {
        return id.isEmpty();
    }

    public String name() {
        return tenants.of(id);
    }
}
