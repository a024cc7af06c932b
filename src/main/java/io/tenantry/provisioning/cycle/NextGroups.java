package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.object.Assignments;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.List;

/** The groups that an initial cycle looks at. */
public final class NextGroups {
    private NextGroups() {}

    /** The next live groups of the source; of a job that carries none, those that are assigned. */
    public static List<Entity> of(Session source, JobContext context, String after, int limit) {
        return context.rules().groups().enabled()
                ? source.prefetch().page(ObjectType.GROUP.entity(), after, limit)
                : Assignments.groups(source, context.application().id(), after, limit);
    }
}
