package io.tenantry.provisioning.matching;

import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.store.Entity;

/** What the target has for a source user that is not linked yet. */
public sealed interface TargetMatch {
    /** An external user that is bound to the same home object. */
    record Bound(Entity target) implements TargetMatch {}

    /** A guest who was invited under the same address and has not redeemed: the invitation lands on it. */
    record Pending(Entity target) implements TargetMatch {}

    /** An external user of the same home tenant with the same address: two source users, one target user (provisioning-engine.md §3). */
    record Shared(Entity target) implements TargetMatch {}

    /** Nobody; a new user can be made. */
    record None() implements TargetMatch {}

    /** Nobody, and a new user cannot be made. */
    record Collision(Failure failure) implements TargetMatch {}
}
