package io.tenantry.provisioning.cycle;

/**
 * The passes of a cycle, in their order (provisioning-engine.md §18.5). Each one is left when it has nothing more to do; an initial cycle
 * reads everyone, an incremental one begins by collecting whom changes affect.
 *
 * <pre>
 * initial      USERS ─▶ GROUPS ─▶ GONE ─▶ JUDGE ─▶ DEPROVISION or STAGE ─▶ WAITING ─▶ REFERENCES ─▶ MEMBERS ─▶ FINISH ─▶ DONE
 * incremental  COLLECT ─▶ AFFECTED ─▶ JUDGE ─▶ …
 *                 └─────▶ USERS where changes since the watermark are no longer kept
 * </pre>
 */
public enum Phase {
    /** Whom changes since the watermark affect. */
    COLLECT,
    /** Those objects, and failures whose time has come. */
    AFFECTED,
    /** All live users of the source. */
    USERS,
    /** All live groups of the source. */
    GROUPS,
    /** Linked objects that the source no longer has. */
    GONE,
    /** Whether the deletions found may be made. */
    JUDGE,
    /** Deletions and disablings. */
    DEPROVISION,
    /** Deletions held back by the threshold. */
    STAGE,
    /** Users who were to have names that others held. */
    WAITING,
    /** References between objects that were not linked yet in the first pass. */
    REFERENCES,
    /** Members of the groups that were looked at. */
    MEMBERS,
    /** Watermark and status. */
    FINISH,
    DONE;

    /** With which a cycle begins. */
    public static Phase first(CycleStart start) {
        return start.initial() ? USERS : COLLECT;
    }
}
