package io.tenantry.provisioning.mapping;

/** A schema that cannot be compiled. */
public final class InvalidMapping extends RuntimeException {
    public InvalidMapping(String message) {
        super(message, null, false, false);
    }
}
