package io.tenantry.console.plan;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tenantry.console.job.JobHead;

/** The templates of plans. */
@CheckedTemplate(basePath = "console/plan")
final class Templates {
    private Templates() {}

    static native TemplateInstance page(JobHead head, boolean started);

    static native TemplateInstance objects(PlanView plan);

    static native TemplateInstance refused(PlanRefused refused);
}
