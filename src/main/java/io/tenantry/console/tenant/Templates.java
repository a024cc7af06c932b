package io.tenantry.console.tenant;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The templates of tenants. */
@CheckedTemplate(basePath = "console/tenant")
final class Templates {
    private Templates() {}

    static native TemplateInstance tenants(List<TenantRow> tenants);

    static native TemplateInstance objects(TenantHead head, ObjectList list, ObjectSearch search, ListQuery query);

    static native TemplateInstance list(ObjectList list);

    static native TemplateInstance synchronization(TenantHead head, JobLists lists);

    static native TemplateInstance jobs(TenantHead head, JobLists lists);

    static native TemplateInstance access(TenantHead head, AccessTable table);

    static native TemplateInstance matrix(TenantHead head, AccessTable table);
}
