package io.tenantry.provisioning.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of a plan begins.
 *
 * @param state that the plan follows from
 * @param number of the first object
 */
public record PlanPosition(String state, int number) {
    private static final Pattern TOKEN = Pattern.compile("([0-9a-f]{32})-([0-9]{1,9})");

    /** Empty where the text is no position. */
    public static Optional<PlanPosition> of(String token) {
        Matcher parts = TOKEN.matcher(token);
        return parts.matches()
                ? Optional.of(new PlanPosition(parts.group(1), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    public String token() {
        return state + "-" + number;
    }
}
