package io.tenantry.console.map;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The templates of the map. */
@CheckedTemplate(basePath = "console/map")
final class Templates {
    private Templates() {}

    static native TemplateInstance page(List<MapResource.TenantNode> tenants);
}
