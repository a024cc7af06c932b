package io.tenantry.provisioning.cycle;

/**
 * The passes of a cycle, in their order (provisioning-engine.md §18.5). Each one is left when it has nothing more to do; an initial cycle
 * reads everyone, an incremental one begins by collecting whom changes affect.
 *
 * <pre>
 * initial      USERS ─▶ GONE ─▶ JUDGE ─▶ DEPROVISION or STAGE ─▶ REFERENCES ─▶ FINISH ─▶ DONE
 * incremental  COLLECT ─▶ AFFECTED ─▶ JUDGE ─▶ …
 *                 └─────▶ USERS where changes since the watermark are no longer kept
 * </pre>
 */
enum Phase {
    /** Whom changes since the watermark affect. */
    COLLECT,
    /** Those users, and failures whose time has come. */
    AFFECTED,
    /** All live users of the source. */
    USERS,
    /** Linked users that the source no longer has. */
    GONE,
    /** Whether the deletions found may be made. */
    JUDGE,
    /** Deletions and disablings. */
    DEPROVISION,
    /** Deletions held back by the threshold. */
    STAGE,
    /** References between objects that were not linked yet in the first pass. */
    REFERENCES,
    /** Watermark and status. */
    FINISH,
    DONE
}
