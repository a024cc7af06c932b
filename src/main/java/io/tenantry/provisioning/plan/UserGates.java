package io.tenantry.provisioning.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.provisioning.job.Gate;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.object.Assignments;
import io.tenantry.provisioning.object.Judgement;
import io.tenantry.provisioning.scope.ClauseResult;
import io.tenantry.provisioning.scope.Entitlement;
import io.tenantry.provisioning.scope.ScopingFilter;
import io.tenantry.provisioning.user.JudgedUser;
import io.tenantry.provisioning.user.Mapping;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The gates that one user meets, in their order. Those behind scope are there where a user came to them. */
final class UserGates {
    private final Session source;
    private final JobContext context;
    private final TargetGates target;

    UserGates(Session source, JobContext context, boolean initial, Instant now) {
        this.source = source;
        this.context = context;
        this.target = new TargetGates(source, context, initial, now);
    }

    /** @param planned what the plan says of the user, missing where the cycle does not look at it */
    List<ObjectNode> of(JudgedUser user, JsonNode planned) {
        List<ObjectNode> gates = new ArrayList<>();
        if (user.judgement().isEmpty()) {
            gates.add(Explainer.shown(new Gate("kindOfUser", false, "gone from the source")));
            return gates;
        }
        Judgement judgement = user.judgement().get();
        Entitlement entitlement = judgement.entitlement();
        gates.add(Explainer.shown(kind(user, entitlement)));
        gates.add(assignment(user, entitlement));
        gates.add(filter(judgement));
        boolean reached = user.read().live() && (entitlement.inScope() || user.mapping() instanceof Mapping.Failed);
        if (reached) {
            target.of(user, planned).forEach(each -> gates.add(Explainer.shown(each)));
        }
        return gates;
    }

    private static Gate kind(JudgedUser user, Entitlement entitlement) {
        String value = (entitlement.member() ? "Member" : "Guest")
                + (entitlement.internal() ? ", internal" : ", from elsewhere")
                + (entitlement.active() ? "" : ", disabled")
                + (user.read().live() ? "" : ", deleted")
                + (entitlement.scope().admitted() ? "" : ", not let in by the filter of the mapping");
        return new Gate("kindOfUser", entitlement.eligible() && user.read().live(), value);
    }

    private ObjectNode assignment(JudgedUser user, Entitlement entitlement) {
        List<Entity> through = Assignments.through(
                source, context.application().id(), user.read().id());
        String value = context.rules().settings().syncAll()
                ? "everyone, assigned or not"
                : entitlement.assigned() ? "assigned" : "not assigned";
        ObjectNode shown = Explainer.shown(new Gate("assignment", entitlement.assigned(), value));
        ArrayNode detail = shown.putArray("detail");
        through.forEach(each -> detail.addObject()
                .put("id", each.id())
                .put("displayName", each.text("displayName"))
                .put("type", each.type().equals("group") ? "Group" : "User"));
        return shown;
    }

    private ObjectNode filter(Judgement judgement) {
        if (judgement.failure().isPresent()) {
            return Explainer.shown(
                    new Gate("scopingFilter", false, judgement.failure().get().reason()));
        }
        ScopingFilter filter = context.rules().plan().filter();
        boolean passed = judgement.entitlement().scope().passed();
        String value = filter.groups().isEmpty() ? "no filter" : passed ? "passed" : "not passed";
        ObjectNode shown = Explainer.shown(new Gate("scopingFilter", passed, value));
        ArrayNode detail = shown.putArray("detail");
        for (ClauseResult each : filter.told(judgement.attributes())) {
            detail.addObject()
                    .put("clause", each.clause())
                    .put("value", each.value())
                    .put("met", each.met());
        }
        return shown;
    }
}
