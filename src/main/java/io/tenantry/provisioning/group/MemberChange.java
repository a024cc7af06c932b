package io.tenantry.provisioning.group;

import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.store.Entity;

/**
 * A member of a group of the target who is to come or to go.
 *
 * @param joins else the member leaves
 */
public record MemberChange(Entity group, Entity member, boolean joins) {
    /** As logs tell it. */
    public ModifiedProperty modified() {
        return new ModifiedProperty("members", joins ? null : member.id(), joins ? member.id() : null);
    }
}
