package io.tenantry.console.map;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of the map. */
@CheckedTemplate(basePath = "console/map")
final class Templates {
    private Templates() {}

    static native TemplateInstance page(World world);

    static native TemplateInstance world(World world);
}
