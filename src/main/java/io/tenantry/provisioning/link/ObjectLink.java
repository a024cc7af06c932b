package io.tenantry.provisioning.link;

/**
 * A source object and the target object that belongs to it.
 *
 * @param invited the target was there before and keeps the UPN of its invitation until an initial cycle or an on-demand run
 *     (provisioning-engine.md §3)
 */
public record ObjectLink(ObjectType type, String sourceId, String targetId, LinkState state, boolean invited) {
    public ObjectLink in(LinkState other) {
        return new ObjectLink(type, sourceId, targetId, other, invited);
    }
}
