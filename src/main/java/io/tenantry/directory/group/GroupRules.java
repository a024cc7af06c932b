package io.tenantry.directory.group;

import io.tenantry.directory.dynamic.DynamicGroups;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.GroupKind;
import io.tenantry.store.Entity;

/** A rule and the kind of group that has one go together (directory.md §7.2, §8). */
final class GroupRules {
    private GroupRules() {}

    static void check(Entity group) {
        String rule = group.text("membershipRule");
        if (GroupKind.dynamic(group)) {
            if (rule == null || rule.isBlank()) {
                throw DirectoryErrors.valueRequired("membershipRule", "Group");
            }
            DynamicGroups.check(rule);
        } else if (rule != null) {
            throw DirectoryErrors.invalidValue("membershipRule", "Group");
        } else if (group.text("membershipRuleProcessingState") != null) {
            throw DirectoryErrors.invalidValue("membershipRuleProcessingState", "Group");
        }
    }
}
