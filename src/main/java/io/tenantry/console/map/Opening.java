package io.tenantry.console.map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Whether a policy lets people through.
 *
 * @param source what says so: {@code partner}, {@code default}, or nothing where there is no policy
 */
public record Opening(boolean open, String source) {
    /** What the partner leaves unsaid, the default says. */
    static Opening of(JsonNode partner, JsonNode byDefault) {
        return partner.isBoolean()
                ? new Opening(partner.asBoolean(), "partner")
                : new Opening(byDefault.asBoolean(), "default");
    }

    /** Synchronization has no default: it is closed where no policy opens it. */
    static Opening of(JsonNode synchronization) {
        return synchronization.isBoolean()
                ? new Opening(synchronization.asBoolean(), "partner")
                : new Opening(false, "no policy");
    }
}
