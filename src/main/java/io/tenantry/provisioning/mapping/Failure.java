package io.tenantry.provisioning.mapping;

import io.tenantry.regex.CostlyMatch;

/**
 * Why one object could not be provisioned (provisioning-engine.md §10).
 *
 * @param recommendedAction what the administrator can do, null for nothing
 */
public record Failure(String code, String reason, String recommendedAction) {
    private static final String CONFLICT = "EntryConflict";

    /** Another object of the target holds what this one is to have. */
    public static Failure conflict(String reason, String recommendedAction) {
        return new Failure(CONFLICT, reason, recommendedAction);
    }

    /** Whether it is over once another object gives something up. */
    public boolean isConflict() {
        return code.equals(CONFLICT);
    }

    public static Failure costlyFilter(CostlyMatch cause) {
        return new Failure(
                "MissingValues",
                "The scoping filter could not be evaluated: " + cause.getMessage(),
                "Simplify the regular expressions of the scoping filter.");
    }

    /** The target's user once came from a directory on premises, which still owns him. */
    public static Failure masteredOnPremises() {
        return new Failure(
                "AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises",
                "The user in the target is mastered on premises and cannot be updated.",
                "Convert the user in the target tenant to one that is mastered in the cloud.");
    }

    /** @param type of the source object */
    public static Failure lostAnchor(String type) {
        return new Failure(
                "InvalidAnchor",
                "The object that was linked to the " + type + " is gone in the target.",
                "Restart provisioning, so that the " + type + " is matched again.");
    }
}
