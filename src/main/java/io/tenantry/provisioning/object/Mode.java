package io.tenantry.provisioning.object;

/**
 * How a run looks at its objects.
 *
 * @param full an initial cycle or an on-demand run: names are corrected and lost anchors matched anew (provisioning-engine.md §3)
 * @param onDemand nothing is restored (provisioning-engine.md §6.3)
 * @param reducing deletions and disablings are made now
 * @param patient who is to have a name that somebody holds is looked at once more when it may have become free
 */
public record Mode(boolean full, boolean onDemand, boolean reducing, boolean patient) {
    public static final Mode ON_DEMAND = new Mode(true, true, true, false);

    /** Of a pass of a cycle, behind which another one looks at who waits. */
    public static Mode patient(boolean full, boolean reducing) {
        return new Mode(full, false, reducing, true);
    }

    /** Of a cycle's last look at somebody. */
    public static Mode last(boolean full, boolean reducing) {
        return new Mode(full, false, reducing, false);
    }
}
