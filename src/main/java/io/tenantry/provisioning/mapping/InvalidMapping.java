package io.tenantry.provisioning.mapping;

import java.util.Optional;

/** A schema that cannot be compiled. */
public final class InvalidMapping extends RuntimeException {
    private final String attribute;

    public InvalidMapping(String message) {
        this(message, null);
    }

    private InvalidMapping(String message, String attribute) {
        super(message, null, false, false);
        this.attribute = attribute;
    }

    /** The same, told of the mapping of an attribute of the target. */
    public InvalidMapping of(String targetAttributeName) {
        return new InvalidMapping(getMessage(), targetAttributeName);
    }

    /** The target attribute whose mapping is meant. */
    public Optional<String> attribute() {
        return Optional.ofNullable(attribute);
    }
}
