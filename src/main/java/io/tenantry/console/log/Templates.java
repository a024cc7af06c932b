package io.tenantry.console.log;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tenantry.console.api.TenantNames;
import java.util.List;

/** The templates of logs. */
@CheckedTemplate(basePath = "console/log")
final class Templates {
    private Templates() {}

    static native TemplateInstance provisioning(
            LogPage log, LogFilter filter, LoggedTenant tenant, List<ProvisioningLogResource.Job> jobs);

    static native TemplateInstance audits(LogPage log, LogFilter filter, LoggedTenant tenant);

    static native TemplateInstance list(LogPage log);

    static native TemplateInstance entry(ProvisioningEntry entry);

    static native TemplateInstance audit(AuditEntry entry);

    static native TemplateInstance mails(List<MailLogResource.ShownMail> mails, TenantNames tenants, String tenant);

    static native TemplateInstance mailList(List<MailLogResource.ShownMail> mails);
}
