package io.tenantry.provisioning.scope;

import io.tenantry.provisioning.expression.value.Attributes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether a user is entitled (provisioning-engine.md §2).
 *
 * @param active enabled and not deleted in the source
 * @param assigned to the configuration, or everyone is in scope
 * @param member internal guests are never sent (FAQ)
 * @param internal homed in the source; users from elsewhere are never sent on, whatever the schema says
 */
public record Entitlement(boolean active, boolean assigned, boolean member, boolean internal, ScopeResult scope) {
    private static final String MEMBER_CLAUSE = "Filter external users.userType EQUALS 'Member'";

    public static Entitlement of(Attributes user, boolean assigned, ScopingFilter filter) {
        boolean active = user.get("accountEnabled").text().equals("True")
                && !user.get("IsSoftDeleted").text().equals("True");
        boolean member = !user.get("userType").text().equals("Guest");
        boolean internal = user.get("alternativeSecurityIds").text().equals("None");
        return new Entitlement(active, assigned, member, internal, filter.evaluate(user));
    }

    /** A group that is there is active, and wherever it came from, it is at home. */
    public static Entitlement ofGroup(Attributes group, boolean assigned, ScopingFilter filter) {
        boolean active = !group.get("IsSoftDeleted").text().equals("True");
        return new Entitlement(active, assigned, true, true, filter.evaluate(group));
    }

    /** Whether the engine looks after such a user at all; who is not eligible is neither sent nor taken away. */
    public boolean eligible() {
        return member && internal && scope.admitted();
    }

    public boolean inScope() {
        return eligible() && assigned && scope.passed();
    }

    /** In scope and active: what a creation needs. */
    public boolean effective() {
        return inScope() && active;
    }

    /** Details of the scoping step (synchronization-api.md §11.3). */
    public Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("Active in the source system", text(active));
        details.put("Assigned to the application", text(assigned));
        details.put("User has the required role", text(assigned));
        details.put("Scoping filter evaluation passed", text(eligible() && scope.passed()));
        details.put("ScopeEvaluationResult", clauses().text());
        return details;
    }

    /** Details of a skip (provisioning-engine.md §9). */
    public Map<String, String> skipDetails() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("SkipReason", "NotEffectivelyEntitled");
        details.put("IsActive", text(active));
        details.put("Assigned to the application", text(assigned));
        details.put("IsInProvisioningScope", text(eligible() && scope.passed()));
        details.put("ScopeEvaluationResult", clauses().text());
        return details;
    }

    private ScopeResult clauses() {
        if (member) {
            return scope;
        }
        Map<String, Boolean> clauses = new LinkedHashMap<>(scope.clauses());
        clauses.put(MEMBER_CLAUSE, false);
        return new ScopeResult(scope.admitted(), scope.passed(), clauses);
    }

    private static String text(boolean value) {
        return value ? "True" : "False";
    }
}
