package io.tenantry.provisioning.export;

import io.tenantry.audit.ProvisioningLogEntry.Action;
import io.tenantry.audit.ProvisioningLogEntry.Ending;
import io.tenantry.audit.ProvisioningLogEntry.Status;
import io.tenantry.provisioning.DirectoryNames;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.object.JudgedObject;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.Outcome.Skip.Reason;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.provisioning.scope.Entitlement;
import java.util.Locale;
import java.util.Map;

/** How the service words what it does, and how an entry of its log ends (synchronization-api.md §11.3, provisioning-engine.md §9, §10). */
public record EntryTexts(String type, String name, String source, String target) {
    public static EntryTexts of(SourceObject object, DirectoryNames names) {
        return of(object.type(), object.name(), names);
    }

    public static EntryTexts of(ObjectType type, String name, DirectoryNames names) {
        return new EntryTexts(type.wireName(), name, names.source(), names.target());
    }

    private String subject() {
        return type + " '" + name + "'";
    }

    String received(String change) {
        return "Received " + subject() + " change of type (" + change + ") from " + source;
    }

    String retrieved(String system) {
        return "Retrieved " + subject() + " from " + system;
    }

    String scoping() {
        return "Determine if " + type + " in scope by evaluating against each scoping filter";
    }

    String willBeCreated() {
        return subject() + " will be created in " + target + " (" + type + " is active and assigned in " + source
                + ", but no matching " + type + " was found in " + target + ")";
    }

    String willBeUpdated() {
        return subject() + " will be updated in " + target + " (" + type + " is active and assigned in " + source
                + ", and a matching " + type + " was found in " + target + ")";
    }

    String willBeDeleted() {
        return subject() + " will be deleted in " + target + " (" + type + " is not active or not assigned in " + source
                + ")";
    }

    /** {@code done}: created, updated, deleted. */
    String done(String done) {
        return subject() + " was " + done + " in " + target;
    }

    /** {@code verb}: create, update, delete. */
    String failed(String verb) {
        return "Failed to " + verb + " " + subject() + " in " + target;
    }

    private String redundant() {
        return "The state of the " + type.toLowerCase(Locale.ROOT)
                + " in both the source and target systems already match. No change to the " + subject()
                + " currently needs to be made.";
    }

    private String skipped(Outcome outcome) {
        return subject() + " will be skipped. " + reason(outcome);
    }

    private String reason(Outcome outcome) {
        if (outcome instanceof Outcome.Release release) {
            return switch (release.cause()) {
                case DISABLED ->
                    "The " + type + " is disabled and no longer in scope; it stays disabled in " + target + ".";
                case SHARED ->
                    "The " + type + " is no longer in scope; another one that is has the same " + type + " in " + target
                            + ".";
            };
        }
        Outcome.Skip skip = (Outcome.Skip) outcome;
        return switch (skip.reason()) {
            case NOT_ENTITLED, UNKNOWN -> "The " + type + " is not effectively entitled for provisioning.";
            case TYPE_OFF -> "Objects of type " + type + " are not supported by the configuration.";
            case OPERATION_OFF -> "The mapping does not have the operation that is due.";
            case DELETED_IN_TARGET -> "The " + type + " was deleted in " + target + " and must be restored there.";
        };
    }

    public String managerUnresolved(String manager) {
        return "We were unable to assign " + manager + " as the manager of " + subject() + ".";
    }

    public String memberUnresolved(String member) {
        return "We were unable to assign " + member + " as the members of " + subject() + ".";
    }

    String managerSet(String manager) {
        return "The manager of " + subject() + " was resolved to " + manager + " in " + target;
    }

    // ---- endings

    /** Of what was done to an object or is to be done. */
    public Ending ending(JudgedObject object, Outcome outcome) {
        if (outcome instanceof Outcome.Create) {
            return Ending.success(Action.CREATE);
        }
        if (outcome instanceof Outcome.Update update) {
            return Ending.success(update.disables() ? Action.DISABLE : Action.UPDATE);
        }
        if (outcome instanceof Outcome.Delete) {
            return Ending.success(Action.DELETE);
        }
        if (outcome instanceof Outcome.Fail fail) {
            return failed(fail);
        }
        return outcome instanceof Outcome.Redundant
                ? Ending.skipped("RedundantExport", redundant())
                : Ending.skipped(
                        skipDetails(object, outcome).getOrDefault("SkipReason", "EntrySynchronizationSkipped"),
                        skipped(outcome));
    }

    private static Ending failed(Outcome.Fail fail) {
        Failure failure = fail.failure();
        return new Ending(
                fail.creating() ? Action.CREATE : Action.UPDATE,
                Status.FAILURE,
                failure.code(),
                failure.reason(),
                failure.recommendedAction());
    }

    /** Of a deletion that is held back. */
    public Ending staged() {
        return new Ending(
                Action.STAGED_DELETE,
                Status.SKIPPED,
                "TooManyDeletes",
                "The deletion of " + subject() + " in " + target
                        + " is held back, because the cycle would delete more objects than the accidental deletion threshold allows",
                "Allow the deletions, or bring the objects back into scope.");
    }

    /** Of an object that is well but for one that it refers to and that is not in the target. */
    public static Ending unresolved(String text) {
        return new Ending(Action.UPDATE, Status.WARNING, "UnableToResolveReferenceAttributeValue", text, null);
    }

    /** What a skipped entry tells of the scope; empty where that is not why. */
    static Map<String, String> skipDetails(JudgedObject object, Outcome outcome) {
        if (outcome.equals(new Outcome.Skip(Reason.TYPE_OFF))) {
            return Map.of("SkipReason", "EntityTypeNotSupported");
        }
        boolean scope = !(outcome instanceof Outcome.Skip skip) || skip.reason() == Reason.NOT_ENTITLED;
        return scope ? object.entitlement().map(Entitlement::skipDetails).orElseGet(Map::of) : Map.of();
    }
}
