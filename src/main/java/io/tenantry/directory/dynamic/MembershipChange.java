package io.tenantry.directory.dynamic;

import io.tenantry.store.Entity;

/**
 * What a rule says of a user, where it is not so.
 *
 * @param group as it was when its rule was asked
 * @param joins else the user leaves
 */
record MembershipChange(Entity group, String user, boolean joins) {
    /** Whether the group still has the rule that was asked. */
    boolean fits(Entity now) {
        return now != null
                && DynamicGroups.isRunning(now)
                && now.text("membershipRule").equals(group.text("membershipRule"));
    }
}
