package io.tenantry.provisioning.export;

import io.tenantry.format.Ids;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.user.JudgedUser;
import io.tenantry.provisioning.user.SourceUser;

/**
 * What is done to one user in a run, as the logs of both tenants speak of it.
 *
 * @param entryId of its entry in the provisioning log
 * @param id that all its traces have in common
 * @param began nanoseconds of the run's watch
 */
record UserChange(String id, String entryId, JudgedUser user, EntryTexts texts, long began) {
    static UserChange begin(JobContext context, JudgedUser user, long number) {
        return new UserChange(
                Ids.random(),
                Ids.ordered(number),
                user,
                EntryTexts.of(user.read().name(), context.names()),
                context.watch().getAsLong());
    }

    SourceUser read() {
        return user.read();
    }
}
