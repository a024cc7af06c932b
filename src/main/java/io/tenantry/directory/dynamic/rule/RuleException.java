package io.tenantry.directory.dynamic.rule;

/** A membership rule that does not parse (directory.md E43); the message is for the client. */
public final class RuleException extends RuntimeException {
    private static final String CODE = "Request_BadRequest";

    private final String code;

    private RuleException(String message) {
        this(CODE, message);
    }

    private RuleException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** Of the error that clients meet. */
    public String code() {
        return code;
    }

    /** A property without the object before it: {@code department} instead of {@code user.department} (field-findings.md §3). */
    static RuleException noObjectType() {
        return new RuleException("InvalidObjectTypeException", "No object type");
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
