package io.tenantry.directory.group;

import io.tenantry.directory.dynamic.RuleStatus;
import io.tenantry.directory.object.GroupKind;
import io.tenantry.directory.object.SecurityIdentifier;
import io.tenantry.store.Entity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What every group has from its first moment on (directory.md §7.1); groups hold whole seconds. */
public final class GroupDefaults {
    private GroupDefaults() {}

    /** A group that has just been made. */
    public static void begin(Entity group, Instant now) {
        complete(group, now);
        // a Microsoft 365 group gets a description by itself (field-findings.md §3)
        if (GroupKind.unified(group) && group.text("description") == null) {
            group.set("description", group.get("displayName"));
        }
    }

    static void complete(Entity group, Instant now) {
        if (group.get("createdDateTime") == null) {
            group.set("createdDateTime", now.truncatedTo(ChronoUnit.SECONDS));
        }
        if (group.get("renewedDateTime") == null) {
            group.set("renewedDateTime", group.get("createdDateTime"));
        }
        group.set("securityIdentifier", SecurityIdentifier.of(group.id()));
        if (group.get("groupTypes") == null) {
            group.set("groupTypes", List.<String>of());
        }
        if (GroupKind.unified(group) && group.get("visibility") == null) {
            group.set("visibility", "Public");
        }
        if (GroupKind.dynamic(group) && group.get("membershipRuleProcessingState") == null) {
            group.set("membershipRuleProcessingState", "On");
        }
        RuleStatus.keep(group, now);
    }
}
