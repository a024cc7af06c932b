package io.tenantry.console.request;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tenantry.console.api.TenantNames;
import java.util.List;

/** The templates of requests and faults. */
@CheckedTemplate(basePath = "console/request")
final class Templates {
    private Templates() {}

    static native TemplateInstance requests(
            RequestsResource.RequestList list, RequestFilter filter, List<TenantNames.Named> tenants);

    static native TemplateInstance list(RequestsResource.RequestList list);

    static native TemplateInstance request(WholeRequest request);

    static native TemplateInstance faults(FaultsResource.FaultList faults, List<TenantNames.Named> tenants);

    static native TemplateInstance rules(FaultsResource.FaultList faults);
}
