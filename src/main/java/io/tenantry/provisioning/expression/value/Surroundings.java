package io.tenantry.provisioning.expression.value;

import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What an expression can ask for besides the attributes of its object.
 *
 * @param defaultDomain of the tenant that holds the configuration
 * @param taken whether another object of the target has a value already
 */
public record Surroundings(Supplier<Instant> now, String defaultDomain, Predicate<String> taken) {
    /** Of expressions that ask for nothing. */
    public static final Surroundings NONE = of(() -> Instant.EPOCH, "");

    public static Surroundings of(Supplier<Instant> now, String defaultDomain) {
        return new Surroundings(now, defaultDomain, value -> false);
    }
}
