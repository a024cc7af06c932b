package io.tenantry.directory.rule;

/** A membership rule that does not parse (directory.md E43); the message is for the client. */
public final class RuleException extends RuntimeException {
    private RuleException(String message) {
        super(message, null, false, false);
    }

    static RuleException wrongProperty() {
        return new RuleException("Dynamic membership rule validation error: Wrong property applied.");
    }

    static RuleException invalidOperands(String operator) {
        return new RuleException("Invalid operands found for operator -" + operator);
    }

    static RuleException syntax(String near) {
        return new RuleException("Dynamic membership rule validation error: Invalid rule syntax near '" + near + "'.");
    }

    static RuleException notApplicable(String property) {
        return new RuleException("Property '" + property + "' cannot be applied to object 'Group'");
    }
}
