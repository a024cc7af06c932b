package io.tenantry.odata.filter;

import io.tenantry.error.GraphError;
import io.tenantry.odata.filter.Filter.Literal;
import io.tenantry.odata.filter.Filter.Operator;
import java.util.Locale;
import java.util.Set;

/**
 * {@code identities/any(…)} asks for an issuer and what it assigned, of one identity; these issuers may be asked for alone (directory.md
 * §3.3, field-findings.md §2).
 */
final class IdentityRules {
    private static final Set<String> ALONE = Set.of("google.com", "facebook.com", "mail", "phone");

    private IdentityRules() {}

    static void check(Filter.Any any) {
        if (any.collection().joined().equals("identities") && !isComplete(any.condition())) {
            throw GraphError.badRequest(
                    "Unsupported property or property value or combination of property and operation.");
        }
    }

    private static boolean isComplete(Filter condition) {
        return condition instanceof Filter.Or or
                ? isComplete(or.left()) && isComplete(or.right())
                : names(condition, "issuer") && names(condition, "issuerAssignedId") || namesOneAlone(condition);
    }

    private static boolean names(Filter condition, String property) {
        if (condition instanceof Filter.And and) {
            return names(and.left(), property) || names(and.right(), property);
        }
        return condition instanceof Filter.Compare compare
                && compare.operator() == Operator.EQ
                && compare.value() != Literal.NULL
                && compare.path().joined().equals(property);
    }

    private static boolean namesOneAlone(Filter condition) {
        return condition instanceof Filter.Compare compare
                && names(condition, "issuer")
                && ALONE.contains(compare.value().text().toLowerCase(Locale.ROOT));
    }
}
