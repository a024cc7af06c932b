package io.tenantry.provisioning.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.job.JobContexts;
import io.tenantry.provisioning.job.Proposal;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.mapping.ComparedAttribute;
import io.tenantry.provisioning.mapping.ComparedAttribute.State;
import io.tenantry.provisioning.mapping.ComparedTarget;
import io.tenantry.provisioning.mapping.MappingPlan;
import io.tenantry.provisioning.object.Judgement;
import io.tenantry.provisioning.user.JudgedUser;
import io.tenantry.provisioning.user.Managers;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A user of the source beside the one of the target: what each mapping makes, what the target holds. No cycle is planned for it. */
@ApplicationScoped
public class BothSides {
    private final Store store;
    private final JobContexts contexts;

    public BothSides(Store store, JobContexts contexts) {
        this.store = store;
        this.contexts = contexts;
    }

    /** @param user id or UPN of the source; the answer is empty where there is no such job */
    public Optional<ObjectNode> of(Tenant tenant, String jobId, String user) {
        return store.read(tenant, source -> SyncJobs.find(source, jobId)
                .flatMap(job -> source.find("servicePrincipal", job.servicePrincipal())
                        .map(principal -> told(source, job, principal, user))));
    }

    /** Whatever the policies say; empty where the job has no target or no schema that can be read. */
    private Optional<JobContext> context(Session source, SyncJob job, Entity principal) {
        return contexts.prospect(source, job, principal, Proposal.NONE)
                .target()
                .flatMap(target -> contexts.context(source, job, principal, target));
    }

    private ObjectNode told(Session source, SyncJob job, Entity principal, String reference) {
        NamedUser named = NamedUser.find(source, reference);
        Optional<JobContext> context = context(source, job, principal);
        NamedUser both = context.map(each -> named.judged(source, each)).orElse(named);
        Optional<JudgedUser> user = both.judged();
        ObjectNode told = Json.object();
        told.set("user", both.identity());
        told.set("target", both.target());
        told.put(
                "link",
                user.flatMap(each -> each.read().link())
                        .map(each -> each.state().wireName())
                        .orElse(null));
        ObjectNode read = told.putObject("read");
        user.ifPresent(each -> read(context.get().rules().plan(), each).forEach(read::put));
        ArrayNode attributes = told.putArray("attributes");
        user.ifPresent(each ->
                compared(context.get().rules().plan(), each).forEach(attribute -> attributes.add(shown(attribute))));
        return told;
    }

    /** What the mappings read of the user, by the names that expressions use. */
    private static Map<String, String> read(MappingPlan plan, JudgedUser user) {
        return user.judgement().map(Judgement::attributes).map(plan::imported).orElse(Map.of());
    }

    private static List<ComparedAttribute> compared(MappingPlan plan, JudgedUser user) {
        boolean renames = user.read().link().filter(ObjectLink::invited).isEmpty();
        List<ComparedAttribute> compared = new ArrayList<>(user.judgement()
                .map(Judgement::attributes)
                .map(source ->
                        plan.compare(source, new ComparedTarget(user.read().target(), renames)))
                .orElse(List.of()));
        if (plan.mapsReferences() && user.judgement().isPresent()) {
            compared.add(manager(user.managers(), user.read().target().isPresent()));
        }
        return compared;
    }

    /** By id of the target: a manager taken away in the source stays (provisioning-engine.md §6.3). */
    private static ComparedAttribute manager(Managers managers, boolean joined) {
        String made = managers.linked().orElse(null);
        String held = managers.current().orElse(null);
        boolean waits = managers.source().isPresent() && made == null;
        State state = made == null
                ? held == null && !waits ? State.SAME : State.KEPT
                : made.equals(held) ? State.SAME : joined ? State.DIFFERS : State.NEW;
        return new ComparedAttribute("manager", made, held, state, waits ? "The manager is not in the target." : null);
    }

    private static ObjectNode shown(ComparedAttribute attribute) {
        return Json.object()
                .put("name", attribute.name())
                .put("made", attribute.made())
                .put("held", attribute.held())
                .put("state", attribute.state().wireName())
                .put("reason", attribute.reason());
    }
}
