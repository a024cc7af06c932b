package io.tenantry.provisioning.cycle;

/**
 * A source object and the target object that belongs to it.
 *
 * @param invited the target was there before and keeps the UPN of its invitation until an initial cycle or an on-demand run
 *     (provisioning-engine.md §3)
 */
record Link(String sourceId, String targetId, LinkState state, boolean invited) {
    Link in(LinkState other) {
        return new Link(sourceId, targetId, other, invited);
    }
}
