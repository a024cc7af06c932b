package io.tenantry.directory.dynamic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.dynamic.rule.Rule;
import io.tenantry.directory.object.GroupKind;
import io.tenantry.directory.object.MissingParameters;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code evaluateDynamicMembership} of beta: whether a rule would take a user (directory.md §7.3). */
@ApplicationScoped
public class RuleEvaluation implements Family {
    private static final String OPERATION = "evaluateDynamicMembership";

    @Override
    public void register(GraphRegistry graph) {
        graph.question("Collection(group)", OPERATION, (call, none, body) -> {
            MissingParameters.check(OPERATION, body, "memberId", "membershipRule");
            return evaluate(call, body, body.get("membershipRule").asText());
        });
        graph.question("group", OPERATION, (call, group, body) -> {
            MissingParameters.check(OPERATION, body, "memberId");
            if (!GroupKind.dynamic(group)) {
                throw GraphError.badRequest("The group has no membership rule.");
            }
            return evaluate(call, body, group.text("membershipRule"));
        });
    }

    private static Answer evaluate(GraphCall call, ObjectNode body, String rule) {
        DynamicGroups.check(rule);
        String id = body.get("memberId").asText();
        Entity user = call.session().find("user", Ids.canonical(id)).orElseThrow(() -> GraphError.notFound(id));
        boolean holds = Rule.parse(rule).takes(new RuleSubject(call.session(), user, null, call::now));
        ObjectNode details = Json.object().put("expression", rule).put("expressionResult", holds);
        details.putArray("expressionEvaluationDetails");
        ObjectNode result = Json.object().put("membershipRule", rule).put("membershipRuleEvaluationResult", holds);
        result.set("membershipRuleEvaluationDetails", details);
        return Answer.value("microsoft.graph.evaluateDynamicMembershipResult", result);
    }
}
