package io.tenantry.provisioning.export;

import io.tenantry.provisioning.DirectoryNames;
import io.tenantry.provisioning.user.Outcome;

/** How the service words what it does (synchronization-api.md §11.3). */
record EntryTexts(String user, String source, String target) {
    static EntryTexts of(String user, DirectoryNames names) {
        return new EntryTexts(user, names.source(), names.target());
    }

    String received(String change) {
        return "Received User '" + user + "' change of type (" + change + ") from " + source;
    }

    String retrieved(String system) {
        return "Retrieved User '" + user + "' from " + system;
    }

    String scoping() {
        return "Determine if User in scope by evaluating against each scoping filter";
    }

    String willBeCreated() {
        return "User '" + user + "' will be created in " + target + " (User is active and assigned in " + source
                + ", but no matching User was found in " + target + ")";
    }

    String willBeUpdated() {
        return "User '" + user + "' will be updated in " + target + " (User is active and assigned in " + source
                + ", and a matching User was found in " + target + ")";
    }

    String willBeDeleted() {
        return "User '" + user + "' will be deleted in " + target + " (User is not active or not assigned in " + source
                + ")";
    }

    /** {@code done}: created, updated, deleted. */
    String done(String done) {
        return "User '" + user + "' was " + done + " in " + target;
    }

    /** {@code verb}: create, update, delete. */
    String failed(String verb) {
        return "Failed to " + verb + " User '" + user + "' in " + target;
    }

    String redundant() {
        return "The state of the user in both the source and target systems already match. No change to the User '"
                + user + "' currently needs to be made.";
    }

    String skipped(Outcome outcome) {
        return "User '" + user + "' will be skipped. " + reason(outcome);
    }

    private String reason(Outcome outcome) {
        if (!(outcome instanceof Outcome.Skip skip)) {
            return "The User is disabled and no longer in scope; it stays disabled in " + target + ".";
        }
        return switch (skip.reason()) {
            case NOT_ENTITLED, UNKNOWN -> "The User is not effectively entitled for provisioning.";
            case OPERATION_OFF -> "The mapping does not have the operation that is due.";
            case DELETED_IN_TARGET -> "The User was deleted in " + target + " and must be restored there.";
        };
    }

    String staged() {
        return "The deletion of User '" + user + "' in " + target
                + " is held back, because the cycle would delete more objects than the accidental deletion threshold allows";
    }

    String managerUnresolved(String manager) {
        return "We were unable to assign " + manager + " as the manager of User '" + user + "'.";
    }

    String managerSet(String manager) {
        return "The manager of User '" + user + "' was resolved to " + manager + " in " + target;
    }
}
