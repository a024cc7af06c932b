package io.tenantry.provisioning.export;

import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.audit.ProvisioningLogEntry.Action;
import io.tenantry.audit.ProvisioningLogEntry.Ending;
import io.tenantry.audit.ProvisioningLogEntry.Status;
import io.tenantry.audit.ProvisioningLogEntry.StepType;
import io.tenantry.provisioning.object.Run;
import io.tenantry.store.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What references do to the log entry of the object that has them, and to the counters of the run (provisioning-engine.md §6.3, §9). */
final class ReferenceEntries {
    private final Run run;
    private final Session source;
    private final Counters counters;

    ReferenceEntries(Run run, Session source, Counters counters) {
        this.run = run;
        this.source = source;
        this.counters = counters;
    }

    /** Entries written before, by their ids. Where the cycle stood still for longer than the log keeps one, nothing is told of it. */
    Map<String, ProvisioningLogEntry> of(List<String> ids) {
        Map<String, ProvisioningLogEntry> entries = new HashMap<>();
        source.prefetch()
                .entries(ProvisioningLogEntry.TYPE, ids)
                .forEach(each -> entries.put(each.id(), ProvisioningLogEntry.of(each)));
        ids.forEach(id -> entries.computeIfAbsent(id, missing -> ProvisioningLogEntry.begin(missing, run.now())));
        return entries;
    }

    /** One was set or taken away: where nothing else was done to the object, this is its update. */
    void changed(ProvisioningLogEntry entry) {
        counters.referenceDeltas++;
        if (entry.skipped()) {
            entry.end(Ending.success(Action.UPDATE));
            counters.exports++;
            counters.exported++;
        }
    }

    /**
     * One leads to nobody in the target. An answer on demand is Success, Skipped or Failure (provisioning-engine.md §8): there its step alone tells of it.
     *
     * @param shown whether the entry has room for a step
     */
    void unresolved(ProvisioningLogEntry entry, String text, boolean shown) {
        Ending ending = EntryTexts.unresolved(text);
        counters.referenceFailures++;
        if (shown) {
            step(entry, ending.status(), text, Map.of("ErrorCode", ending.code()));
        }
        if (!entry.skipped() && !run.mode().onDemand()) {
            entry.complain(ending);
        }
    }

    static void step(ProvisioningLogEntry entry, Status status, String text, Map<String, String> details) {
        entry.step("EntryExportUpdate", StepType.REFERENCE_RESOLUTION, status, text, details);
    }
}
