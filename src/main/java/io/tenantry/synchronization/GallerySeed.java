package io.tenantry.synchronization;

import io.tenantry.resource.SeedContext;
import io.tenantry.resource.TenantSeed;
import jakarta.enterprise.context.ApplicationScoped;

/** Every tenant sees the application gallery. */
@ApplicationScoped
class GallerySeed implements TenantSeed {
    @Override
    public int order() {
        return 0;
    }

    @Override
    public void seed(SeedContext context) {
        ApplicationTemplates.seed(context.session());
    }
}
