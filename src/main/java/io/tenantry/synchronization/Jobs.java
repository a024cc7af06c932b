package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.Answer;
import io.tenantry.family.GraphCall;
import io.tenantry.provisioning.job.JobControl;
import io.tenantry.provisioning.job.JobSchema;
import io.tenantry.provisioning.job.RestartScope;
import io.tenantry.provisioning.schedule.CycleScheduler;
import io.tenantry.provisioning.status.JobDocument;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import io.tenantry.world.ServicePrincipalDeleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Creation, life and end of synchronization jobs (synchronization-api.md §7). */
@ApplicationScoped
public class Jobs {
    private final CycleScheduler scheduler;
    private final JobLicenses licenses;

    Jobs(CycleScheduler scheduler, JobLicenses licenses) {
        this.scheduler = scheduler;
        this.licenses = licenses;
    }

    /** {@code POST …/jobs}: one job for each template of the service principal. */
    Entity create(GraphCall call, ObjectNode body) {
        Entity servicePrincipal = SynchronizationRoot.servicePrincipalOf(call);
        String template = body.path("templateId").asText("");
        if (SynchronizationTemplates.find(call.session(), servicePrincipal, template)
                .isEmpty()) {
            throw SynchronizationErrors.unknownTemplate(template);
        }
        String id = id(call.tenant(), servicePrincipal);
        if (call.session()
                .findChild(JobDocument.TYPE, servicePrincipal.id(), id)
                .isPresent()) {
            throw SynchronizationErrors.jobExists(template);
        }
        Entity job = JobControl.create(call.session(), servicePrincipal.id(), id);
        ConfigurationAudit.ADDED.record(call, servicePrincipal.id());
        return job;
    }

    /** {@code {factoryTag}.{tenant without dashes}.{appId}} (synchronization-api.md §7.1). */
    static String id(Tenant tenant, Entity servicePrincipal) {
        return JobSchema.TEMPLATE + "." + tenant.id().replace("-", "") + "." + servicePrincipal.text("appId");
    }

    /** Stops the job and drops its state; what was provisioned stays. */
    void delete(GraphCall call, Entity job) {
        JobControl.delete(call.session(), job);
        ConfigurationAudit.DELETED.record(call, job.parent());
    }

    /** The service principal goes to deleted items: its jobs end. Restoring it does not bring them back. */
    void end(@Observes ServicePrincipalDeleted deleted) {
        Session session = deleted.session();
        session.children(JobDocument.TYPE, deleted.id()).forEach(job -> JobControl.delete(session, job));
        SynchronizationTemplates.forget(session, deleted.id());
    }

    Answer start(GraphCall call, Entity job, ObjectNode parameters) {
        licenses.require(call.session(), job);
        JobControl.start(call.session(), job, call.now());
        return running(call, job, ConfigurationAudit.STARTED);
    }

    Answer pause(GraphCall call, Entity job, ObjectNode parameters) {
        JobControl.pause(call.session(), job);
        ConfigurationAudit.PAUSED.record(call, job.parent());
        return Answer.noContent();
    }

    Answer restart(GraphCall call, Entity job, ObjectNode parameters) {
        licenses.require(call.session(), job);
        JobControl.restart(
                call.session(), job, scopes(parameters.path("criteria").path("resetScope")), call.now());
        return running(call, job, ConfigurationAudit.RESTARTED);
    }

    private Answer running(GraphCall call, Entity job, ConfigurationAudit audit) {
        audit.record(call, job.parent());
        call.session().afterCommit(store -> scheduler.wake());
        return Answer.noContent();
    }

    private static Set<RestartScope> scopes(JsonNode resetScope) {
        String text = resetScope.isNull() ? "" : resetScope.asText("");
        return text.isBlank()
                ? RestartScope.byDefault()
                : RestartScope.parse(text)
                        .orElseThrow(() -> SynchronizationErrors.invalidParameter(
                                "The value '" + text + "' of resetScope is not supported."));
    }
}
