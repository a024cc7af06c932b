package io.tenantry.provisioning.mapping;

import io.tenantry.provisioning.expression.value.Value;
import java.util.Locale;

/**
 * A target attribute of one object, seen from both sides.
 *
 * @param made what the mapping makes of the source; null for nothing
 * @param held what the target holds; null for nothing
 * @param reason why the value cannot be made, null where it can
 */
public record ComparedAttribute(String name, String made, String held, State state, String reason) {
    /** How the sides stand to each other. */
    public enum State {
        SAME,
        /** The next update writes it. */
        DIFFERS,
        /** They differ, and an update leaves the target as it is. */
        KEPT,
        /** There is no target yet; its creation writes it. */
        NEW,
        FAILED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ComparedAttribute failed(String name, String held, String reason) {
        return new ComparedAttribute(name, null, held, State.FAILED, reason);
    }

    static ComparedAttribute of(AttributeFlow flow, Value made, Value held, State state) {
        return new ComparedAttribute(flow.name(), flow.shown(made), flow.shown(held), state, null);
    }
}
