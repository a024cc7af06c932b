package io.tenantry.scenario.file;

import io.tenantry.family.GraphNames;

/** Checks the synchronization jobs of a tenant. */
final class JobCheck {
    private final GraphNames names;
    private final ListedIds references;
    private final Distinct appIds;

    JobCheck(GraphNames names, Problems problems, ListedIds references) {
        this.names = names;
        this.references = references;
        this.appIds = new Distinct("appId", problems);
    }

    void check(Fields tenant) {
        tenant.objects("synchronizationJobs").forEach(this::job);
    }

    private void job(Fields job) {
        job.knownAre(TenantCheck.ordered("displayName", "appId", "secrets", "schema", "assignments", "started"));
        job.text("displayName");
        job.guid("appId").ifPresent(id -> appIds.add(id, job.at("appId")));
        job.flag("started");
        for (Fields pair : job.objects("secrets")) {
            pair.knownAre(TenantCheck.ordered("key", "value"));
            pair.required("key").flatMap(names::secretMistake).ifPresent(mistake -> pair.problem("key", mistake));
        }
        job.object("schema")
                .map(Fields::node)
                .flatMap(names::schemaMistake)
                .ifPresent(mistake -> job.problem("schema", mistake));
        for (Fields.Text reference : job.texts("assignments")) {
            if (references.object(reference.value()).isEmpty()) {
                job.problemAt(reference, "there is no user or group '" + reference.value() + "' in this tenant");
            }
        }
    }
}
