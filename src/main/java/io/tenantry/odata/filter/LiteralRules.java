package io.tenantry.odata.filter;

import io.tenantry.family.ValueLengths;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.filter.Filter.Literal;

/** No text of the directory is empty, or longer than its property takes: it is not compared with such a literal (field-findings.md §2). */
final class LiteralRules {
    private LiteralRules() {}

    /** @param path of the property; of its collection where the literal is compared with elements */
    static void check(StructuredType type, Path path, Literal literal) {
        if (literal.kind() == Literal.Kind.STRING
                && (literal.text().isEmpty()
                        || literal.text().length()
                                > ValueLengths.of(type.name(), path.names().get(0)))) {
            throw FilterRules.clause(type, path.joined());
        }
    }
}
