package io.tenantry.provisioning.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.directory.organization.Domains;
import io.tenantry.policy.CloudPair;
import io.tenantry.policy.InboundSynchronization;
import io.tenantry.provisioning.DirectoryNames;
import io.tenantry.provisioning.expression.value.Surroundings;
import io.tenantry.provisioning.mapping.InvalidMapping;
import io.tenantry.provisioning.mapping.MappingCompiler;
import io.tenantry.provisioning.mapping.MappingPlan;
import io.tenantry.provisioning.mapping.TargetDirectory;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import io.tenantry.time.VirtualClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Gathers what a run needs, or says why the job cannot run. */
@ApplicationScoped
public class JobContexts {
    private final PolicyGate gate;
    private final JobSchema schemas;
    private final DirectoryNames names;
    private final VirtualClock clock;

    public JobContexts(PolicyGate gate, JobSchema schemas, DirectoryNames names, VirtualClock clock) {
        this.gate = gate;
        this.schemas = schemas;
        this.names = names;
        this.clock = clock;
    }

    /** A job that can run, or why it cannot: code and message as status and quarantine show them. */
    public sealed interface Readiness {
        record Ready(JobContext context) implements Readiness {}

        record Blocked(String code, String message) implements Readiness {}
    }

    /** Whether a job could run, and the gates of both tenants' policies on the way. */
    public record Prospect(Optional<Tenant> target, List<Gate> gates, Readiness readiness) {}

    public Readiness of(Session source, SyncJob job, Entity servicePrincipal) {
        return prospect(source, job, servicePrincipal, Proposal.NONE).readiness();
    }

    public Prospect prospect(Session source, SyncJob job, Entity servicePrincipal, Proposal proposal) {
        JobSettings settings =
                proposal.secrets().map(JobSettings::of).orElseGet(() -> JobSettings.of(source, job.servicePrincipal()));
        Optional<String> company = settings.companyId();
        if (company.isEmpty() || settings.authenticationType().isEmpty()) {
            return new Prospect(
                    Optional.empty(),
                    List.of(),
                    new Readiness.Blocked("InvalidCredentials", "The credentials of the job are not complete."));
        }
        PolicyGate.Verdict verdict = gate.check(source, company.get(), proposal);
        Readiness readiness = verdict.refusal()
                .<Readiness>map(refusal -> new Readiness.Blocked(refusal.cycleCode(), refusal.message()))
                .orElseGet(() ->
                        compiled(source, verdict.target().orElseThrow(), job, servicePrincipal, settings, proposal));
        return new Prospect(verdict.target(), verdict.gates(), readiness);
    }

    /** What decides about users, whatever the policies say; empty where nothing can be decided. */
    public Optional<JobContext> context(Session source, SyncJob job, Entity servicePrincipal, Tenant target) {
        JobSettings settings = JobSettings.of(source, job.servicePrincipal());
        return compiled(source, target, job, servicePrincipal, settings, Proposal.NONE) instanceof Readiness.Ready ready
                ? Optional.of(ready.context())
                : Optional.empty();
    }

    private Readiness compiled(
            Session source,
            Tenant target,
            SyncJob job,
            Entity servicePrincipal,
            JobSettings settings,
            Proposal proposal) {
        try {
            JsonNode schema = proposal.schema().orElseGet(() -> schemas.of(source, job.servicePrincipal(), job.jobId())
                    .properties());
            Session targetSession = source.of(target);
            Surroundings surroundings = Surroundings.of(clock::now, Domains.defaultName(source));
            CloudPair clouds = CloudPair.of(source.tenant(), target);
            MappingPlan users = MappingCompiler.users(schema, TargetDirectory.of(targetSession), surroundings);
            MappingPlan plan = clouds.carriesManagers() ? users : users.withoutReferences();
            InboundSynchronization inbound =
                    InboundSynchronization.of(targetSession, source.tenant().id());
            GroupSynchronization groups = GroupSynchronization.of(schema, surroundings, settings, inbound, clouds);
            return new Readiness.Ready(new JobContext(
                    source.tenant(),
                    target,
                    JobApplication.of(servicePrincipal),
                    job,
                    new JobRules(plan, groups, settings, invitesAllowed(targetSession)),
                    names,
                    clock::elapsedNanos));
        } catch (InvalidMapping e) {
            return new Readiness.Blocked("schemaInvalid", e.getMessage());
        }
    }

    private static boolean invitesAllowed(Session target) {
        return target.find("authorizationPolicy", "authorizationPolicy")
                .map(policy -> !"none".equals(policy.text("allowInvitesFrom")))
                .orElse(true);
    }
}
