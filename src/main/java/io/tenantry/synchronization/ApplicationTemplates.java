package io.tenantry.synchronization;

import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.world.SeedContext;
import io.tenantry.world.TenantSeed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The application gallery: the template of cross-tenant synchronization and the one of applications of one's own. */
@ApplicationScoped
public class ApplicationTemplates implements TenantSeed {
    public static final String TYPE = "applicationTemplate";

    /** Gallery template whose service principals carry Azure2Azure jobs (cross-tenant-synchronization-configure-graph). */
    public static final String CROSS_TENANT = "518e5f48-1fc8-4c48-9387-9fdf28b0dfe7";

    private static final String CUSTOM = "8adf8e6e-67b2-4cf2-a259-e3dc5476c621";

    @Override
    public int order() {
        return 0;
    }

    @Override
    public void seed(SeedContext context) {
        seed(context.session());
    }

    /** Puts the gallery into a new tenant. */
    public static void seed(Session session) {
        session.insertAll(List.of(crossTenant(), custom()));
    }

    private static Entity crossTenant() {
        return template(CROSS_TENANT, "Cross-tenant synchronization", "Microsoft Corporation")
                .set("description", "Synchronizes users of this tenant into another one.")
                .set("logoUrl", "https://images.microsoft.com/gallery/aad2aadsync_cross-tenant-synchronization_215.png")
                .set("supportedProvisioningTypes", List.of("sync"));
    }

    private static Entity custom() {
        return template(CUSTOM, "Custom", "Microsoft Corporation")
                .set("supportedSingleSignOnModes", List.of("saml", "password"))
                .set("supportedProvisioningTypes", List.of("sync"));
    }

    private static Entity template(String id, String displayName, String publisher) {
        return Entity.of(TYPE, id)
                .set("displayName", displayName)
                .set("publisher", publisher)
                .set("categories", Json.array())
                .set("supportedSingleSignOnModes", Json.array())
                .set("endpoints", Json.array())
                .set("isEntraIntegrated", false);
    }
}
