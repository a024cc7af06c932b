package io.tenantry.directory.dynamic;

import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import java.time.Instant;

/** What beta tells of a group whose members follow from a rule (directory.md §7.3): nothing where it has none, or is paused. */
public final class RuleStatus {
    private static final String NAME = "membershipRuleProcessingStatus";

    private RuleStatus() {}

    /** After a group, its rule or its state was written: its members have followed before the writer is answered. */
    public static void keep(Entity group, Instant now) {
        if (!DynamicGroups.isRunning(group)) {
            group.properties().remove(NAME);
        } else if (group.get(NAME) == null) {
            updated(group, now);
        }
    }

    /** Somebody came or went. */
    static void updated(Entity group, Instant now) {
        group.set(
                NAME,
                Json.object()
                        .put("status", "Succeeded")
                        .putNull("errorMessage")
                        .put("lastMembershipUpdated", Json.instant(now)));
    }
}
