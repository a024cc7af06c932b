package io.tenantry.provisioning.cycle;

import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.format.Ids;
import io.tenantry.provisioning.export.BatchWrites;
import io.tenantry.provisioning.export.Entries;
import io.tenantry.provisioning.export.EntryLog;
import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.user.Mode;
import io.tenantry.provisioning.user.Outcome;
import io.tenantry.provisioning.user.Subject;
import java.util.List;

/** Deletions above the threshold: logged as staged, nothing deleted (provisioning-engine.md §7). */
final class StagePass implements Pass {
    @Override
    public int advance(CycleBatch batch) {
        List<String> ids = batch.links().in(LinkState.LEAVING, "", batch.size());
        if (ids.isEmpty()) {
            batch.enter(Phase.REFERENCES);
            return 0;
        }
        Mode mode = new Mode(batch.state().initial(), false, false);
        Entries entries = new Entries(batch.context(), batch.state().cycleId(), mode, batch.now());
        BatchWrites writes = new BatchWrites();
        long number = batch.source().changes().nextNumbers(ids.size());
        for (Subject subject : batch.subjects().byId(ids).subjects()) {
            ProvisioningLogEntry entry = entries.begin(
                    Ids.ordered(number++), Ids.random(), subject, new Outcome.Defer(subject.target), subject.target);
            new EntryLog(entry, entries.texts(subject), subject).staged();
            writes.log(entry);
            writes.link(subject.link.in(LinkState.STAGED), false);
        }
        batch.write(writes);
        batch.counters().staged += ids.size();
        return ids.size();
    }
}
