package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.link.PendingMembers;
import io.tenantry.provisioning.link.PendingReference;
import io.tenantry.provisioning.user.SourceUser;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Optional;

/**
 * What the passes of a cycle work with, and where they note how far they came. Lists begin behind the cursor and are in the order of
 * their ids.
 */
public interface Batch {
    JobContext context();

    CycleStart start();

    String cursor();

    /** How many objects come at a time. */
    int size();

    void enter(Phase phase);

    void at(String id);

    // ---- what there is to do

    /** Whether all changes since the watermark are still known. */
    boolean changesKept();

    /** Goes on as an initial cycle. */
    void readEveryone();

    /** Finds whom the changes since the watermark affect, and failures whose time has come. */
    void collect();

    /** The next of those who were collected. */
    Sources affected();

    /** The next live users of the source. */
    List<SourceUser> users();

    /** The next groups of the source. */
    List<Entity> groups();

    /** The next linked sources that are no live objects any more. */
    Sources gone();

    /** The next sources whose targets are to be deleted or disabled. */
    Sources leaving();

    /** How many objects of the target would be deleted or disabled: what another source keeps is not among them. */
    long lostCount();

    /** The next users whose names others held. */
    Sources waiting();

    /** The next references that could not be resolved at once. */
    List<PendingReference> references();

    /** The first group whose members have not been brought over. */
    Optional<PendingMembers> memberships();

    // ---- what is done

    /** Looks at sources by their ids, live or not. */
    void provision(Sources sources);

    void provisionUsers(List<SourceUser> users);

    void provisionGroups(List<Entity> groups);

    /** Makes the deletions and disablings that were found. */
    void deprovision(Sources sources);

    /** Holds the deletions back that were found. */
    void stage(Sources sources);

    /** Looks once more at users whose names others held. */
    void cross(Sources sources);

    void resolve(List<PendingReference> references);

    /**
     * Brings some members of a group over, or has some leave.
     *
     * @return ids of the members that were looked at
     */
    List<String> resolveMembers(PendingMembers group, boolean joining, String after);

    /** The members of a group have all been looked at. */
    void filled(PendingMembers group);

    /** Leaves nothing behind but the results. */
    void finish();
}
