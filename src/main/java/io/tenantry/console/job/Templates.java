package io.tenantry.console.job;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of the pages of a job. */
@CheckedTemplate(basePath = "console/job")
final class Templates {
    private Templates() {}

    static native TemplateInstance overview(JobHead head);
}
