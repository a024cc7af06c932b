package io.tenantry.control;

import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;

/** The tenant that a path names: by id, alias or domain. */
@ApplicationScoped
public class TenantPath {
    private final Tenants tenants;

    TenantPath(Tenants tenants) {
        this.tenants = tenants;
    }

    public Tenant of(String name) {
        return tenants.byAnyName(name).orElseThrow(() -> ControlError.notFound("there is no tenant '" + name + "'"));
    }
}
