package io.tenantry.provisioning.cycle;

/** Users who found their names held by others: by now these have changed theirs, or are deleted. */
final class WaitingPass implements Pass {
    @Override
    public int advance(Batch batch) {
        Sources sources = batch.waiting();
        if (sources.isEmpty()) {
            batch.enter(Phase.REFERENCES);
            return 0;
        }
        batch.cross(sources);
        batch.at(sources.last());
        return sources.size();
    }
}
