package io.tenantry.provisioning.scope;

/** A scoping filter that cannot be evaluated. */
public final class InvalidFilter extends RuntimeException {
    InvalidFilter(String message) {
        super(message, null, false, false);
    }
}
