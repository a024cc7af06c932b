package io.tenantry.console.clock;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tenantry.console.page.Clock;

/** The templates of clock bar and snapshots. */
@CheckedTemplate(basePath = "console/clock")
final class Templates {
    private Templates() {}

    static native TemplateInstance bar(Clock clock);
}
