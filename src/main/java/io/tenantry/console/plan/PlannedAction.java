package io.tenantry.console.plan;

/**
 * What would be done to an object.
 *
 * @param name as the API names it
 * @param tone of its badge
 */
public record PlannedAction(String name, String text, String tone) {
    static PlannedAction of(String name) {
        return switch (name) {
            case "create" -> new PlannedAction(name, "Create", "good");
            case "update" -> new PlannedAction(name, "Update", "good");
            case "restore" -> new PlannedAction(name, "Restore", "good");
            case "delete" -> new PlannedAction(name, "Delete", "bad");
            case "disable" -> new PlannedAction(name, "Disable", "warn");
            case "fail" -> new PlannedAction(name, "Fail", "bad");
            case "skip" -> new PlannedAction(name, "Skip", "");
            case "stagedDelete" -> new PlannedAction(name, "Hold back deletion", "warn");
            default -> new PlannedAction(name, name, "");
        };
    }
}
