package io.tenantry.provisioning.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.LastEntries;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.Gate;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.job.JobContexts;
import io.tenantry.provisioning.job.Proposal;
import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.plan.Planner.Basis;
import io.tenantry.provisioning.status.Quarantine;
import io.tenantry.provisioning.user.JudgedUser;
import io.tenantry.provisioning.user.UserReader;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Why a user of the source is or is not in the target: each gate with the value that it met, and what the next cycle does. */
@ApplicationScoped
public class Explainer {
    private final Planner planner;
    private final JobContexts contexts;

    public Explainer(Planner planner, JobContexts contexts) {
        this.planner = planner;
        this.contexts = contexts;
    }

    /** @param user id or UPN; the answer is empty where there is no such job */
    public Optional<ObjectNode> explain(Tenant tenant, String jobId, String user) {
        return planner.plan(tenant, jobId, Proposal.NONE, (basis, plan) -> {
            try (plan) {
                return explain(basis, plan, user);
            }
        });
    }

    private ObjectNode explain(Basis basis, Plan plan, String reference) {
        Session source = basis.source();
        Optional<Entity> object = find(source, reference);
        String id = object.map(Entity::id).orElse(Ids.canonical(reference));
        Optional<JobContext> context = basis.context().or(() -> basis.prospect()
                .target()
                .flatMap(target -> contexts.context(source, basis.job(), basis.servicePrincipal(), target)));
        Optional<JudgedUser> judged = context.flatMap(each -> judged(source, each, id));
        Optional<ObjectNode> planned = plan.record().of(id);
        ObjectNode told = Json.object();
        told.set("user", identity(id, object));
        told.set("target", target(judged));
        told.put("verdict", verdict(plan, object, judged, planned));
        ArrayNode gates = told.putArray("gates");
        plan.gates().forEach(each -> gates.add(shown(each)));
        judged.filter(each -> isKnown(object, each))
                .ifPresent(each -> new UserGates(source, context.get(), basis.initial(), basis.now())
                        .of(each, planned)
                        .forEach(gates::add));
        told.put("lastEntry", LastEntries.of(source, basis.job().jobId(), id).orElse(null));
        told.put("nextAttempt", nextAttempt(basis, plan, judged).orElse(null));
        return told;
    }

    /** Live or deleted. */
    static Optional<Entity> find(Session source, String reference) {
        Optional<Entity> byName = source.findBy("user", "userPrincipalName", reference);
        String id = Ids.canonical(reference);
        return byName.or(() -> source.findObject(id, false))
                .or(() -> source.findObject(id, true))
                .filter(each -> each.type().equals("user"));
    }

    static Optional<JudgedUser> judged(Session source, JobContext context, String id) {
        return new UserReader(context, source, source.of(context.target()))
                .byId(List.of(id)).users().stream().findFirst();
    }

    /** Whom the source has no more may still be in the target. */
    private static boolean isKnown(Optional<Entity> object, JudgedUser user) {
        return object.isPresent() || user.read().link().isPresent();
    }

    private static String verdict(
            Plan plan, Optional<Entity> object, Optional<JudgedUser> judged, Optional<ObjectNode> planned) {
        if (object.isEmpty() && judged.filter(each -> isKnown(object, each)).isEmpty()) {
            return "unknown";
        }
        if (!plan.open()) {
            return "blocked";
        }
        if (planned.isPresent()) {
            return "RedundantExport".equals(planned.get().path("code").textValue())
                    ? "upToDate"
                    : PlanAction.named(planned.get().get("action").asText())
                            .orElseThrow()
                            .verdict();
        }
        return untouched(judged.orElseThrow());
    }

    /** What the next cycle does not look at. */
    private static String untouched(JudgedUser user) {
        if (user.read().escrow().isPresent()) {
            return "fail";
        }
        return user.read().managed() && user.read().liveTarget().isPresent() ? "upToDate" : "skip";
    }

    private static Optional<String> nextAttempt(Basis basis, Plan plan, Optional<JudgedUser> judged) {
        Optional<String> failure = judged.flatMap(each -> each.read().escrow())
                .map(Escrow::nextAttempt)
                .map(Json::instant);
        return failure.isPresent() || plan.open()
                ? failure
                : basis.document()
                        .status()
                        .quarantine()
                        .map(Quarantine::nextAttempt)
                        .map(Json::instant);
    }

    static ObjectNode identity(String id, Optional<Entity> user) {
        return Json.object()
                .put("id", id)
                .put("displayName", user.map(each -> each.text("displayName")).orElse(null))
                .put(
                        "userPrincipalName",
                        user.map(each -> each.text("userPrincipalName")).orElse(null));
    }

    static ObjectNode target(Optional<JudgedUser> user) {
        return user.flatMap(each -> each.read().target())
                .map(target -> Json.object()
                        .put("id", target.id())
                        .put("userPrincipalName", target.text("userPrincipalName"))
                        .put("state", target.get("deletedDateTime") == null ? "active" : "deleted"))
                .orElse(null);
    }

    static ObjectNode shown(Gate gate) {
        ObjectNode shown =
                Json.object().put("gate", gate.gate()).put("met", gate.met()).put("value", gate.value());
        shown.putArray("detail");
        return shown;
    }
}
