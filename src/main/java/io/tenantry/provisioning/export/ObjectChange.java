package io.tenantry.provisioning.export;

import io.tenantry.format.Ids;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.object.JudgedObject;
import io.tenantry.provisioning.object.SourceObject;

/**
 * What is done to one object in a run, as the logs of both tenants speak of it.
 *
 * @param entryId of its entry in the provisioning log
 * @param id that all its traces have in common
 * @param began nanoseconds of the run's watch
 */
record ObjectChange(String id, String entryId, JudgedObject object, EntryTexts texts, long began) {
    static ObjectChange begin(JobContext context, JudgedObject object, long number) {
        return new ObjectChange(
                Ids.random(),
                Ids.ordered(number),
                object,
                EntryTexts.of(object.read(), context.names()),
                context.watch().getAsLong());
    }

    SourceObject read() {
        return object.read();
    }
}
