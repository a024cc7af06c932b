package io.tenantry.regex;

/** No regular expression, or one that is larger than patterns may be. */
public final class InvalidPattern extends RuntimeException {
    InvalidPattern(String message) {
        super(message, null, false, false);
    }
}
