package io.tenantry.directory;

import io.tenantry.store.Entity;

/** A rule and the kind of group that has one go together (directory.md §7.2, §8). */
final class GroupRules {
    private GroupRules() {}

    static void check(Entity group) {
        String rule = group.text("membershipRule");
        if (DynamicGroups.isDynamic(group)) {
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
