package io.tenantry.provisioning.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.LastEntries;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.Gate;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.job.JobContexts;
import io.tenantry.provisioning.job.Proposal;
import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.plan.Planner.Basis;
import io.tenantry.provisioning.status.Quarantine;
import io.tenantry.provisioning.user.JudgedUser;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
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
        NamedUser named = NamedUser.find(source, reference);
        Optional<JobContext> context = basis.context().or(() -> basis.prospect()
                .target()
                .flatMap(target -> contexts.context(source, basis.job(), basis.servicePrincipal(), target)));
        NamedUser user = context.map(each -> named.judged(source, each)).orElse(named);
        JsonNode planned =
                plan.record().of(user.id()).<JsonNode>map(each -> each).orElseGet(MissingNode::getInstance);
        ObjectNode told = Json.object();
        told.set("user", user.identity());
        told.set("target", user.target());
        told.put("verdict", verdict(plan, user, planned));
        ArrayNode gates = told.putArray("gates");
        plan.gates().forEach(each -> gates.add(shown(each)));
        if (user.isKnown()) {
            user.judged().ifPresent(each -> new UserGates(source, context.get(), basis.initial(), basis.now())
                    .of(each, planned)
                    .forEach(gates::add));
        }
        told.put(
                "lastEntry",
                LastEntries.of(source, basis.job().jobId(), user.id()).orElse(null));
        told.put("nextAttempt", nextAttempt(basis, plan, user).orElse(null));
        return told;
    }

    private static String verdict(Plan plan, NamedUser user, JsonNode planned) {
        if (!user.isKnown()) {
            return "unknown";
        }
        if (!plan.open()) {
            return "blocked";
        }
        if (planned.isMissingNode()) {
            return untouched(user.judged().orElseThrow());
        }
        return "RedundantExport".equals(planned.path("code").textValue())
                ? "upToDate"
                : PlanAction.named(planned.get("action").asText()).orElseThrow().verdict();
    }

    /** What the next cycle does not look at. */
    private static String untouched(JudgedUser user) {
        if (user.read().escrow().isPresent()) {
            return "fail";
        }
        return user.read().managed() && user.read().liveTarget().isPresent() ? "upToDate" : "skip";
    }

    private static Optional<String> nextAttempt(Basis basis, Plan plan, NamedUser user) {
        Optional<String> failure = user.judged()
                .flatMap(each -> each.read().escrow())
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

    static ObjectNode shown(Gate gate) {
        ObjectNode shown =
                Json.object().put("gate", gate.gate()).put("met", gate.met()).put("value", gate.value());
        shown.putArray("detail");
        return shown;
    }
}
