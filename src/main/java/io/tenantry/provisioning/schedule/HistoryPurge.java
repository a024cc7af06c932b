package io.tenantry.provisioning.schedule;

import io.tenantry.audit.OldEntries;
import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.provisioning.status.CycleRuns;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.world.RetentionConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What grows with every write goes when it is old: changes and log entries, in short transactions of one tenant each. Whoever still
 * needs changes that are gone is told so by {@link io.tenantry.store.ChangeSequence#keeps}.
 */
@ApplicationScoped
public class HistoryPurge {
    static final int BATCH = 1000;
    /** Looks in the shortest age: what goes is older than its age by no more than this part of it. */
    private static final int LOOKS = 24;

    private final Store store;
    private final Tenants tenants;
    private final List<Aged> aged;
    private final Duration pause;
    private volatile Instant looked = Instant.EPOCH;

    HistoryPurge(Store store, Tenants tenants, RetentionConfig config) {
        this.store = store;
        this.tenants = tenants;
        this.aged = Stream.<Aged>of(
                        new Changes(config.changes()),
                        new Log("directoryAudit", config.directoryAudits()),
                        new Log(ProvisioningLogEntry.TYPE, config.provisioningLogs()),
                        new Runs(config.provisioningLogs()))
                .filter(each -> RetentionConfig.ends(each.kept()))
                .toList();
        this.pause = aged.stream()
                .map(Aged::kept)
                .min(Comparator.naturalOrder())
                .orElse(Duration.ofDays(1))
                .dividedBy(LOOKS);
    }

    /** What has an age, in one tenant. */
    private sealed interface Aged {
        Duration kept();

        boolean due(Session session, Instant now);

        /** Does some of what is due; whether that may not have been all. */
        boolean some(Session session, Instant now);
    }

    private record Log(String type, Duration kept) implements Aged {
        @Override
        public boolean due(Session session, Instant now) {
            return OldEntries.any(session, type, now.minus(kept));
        }

        @Override
        public boolean some(Session session, Instant now) {
            return OldEntries.remove(session, type, now.minus(kept), BATCH);
        }
    }

    /** Cycles of jobs, kept as long as the log entries that they lead to. */
    private record Runs(Duration kept) implements Aged {
        @Override
        public boolean due(Session session, Instant now) {
            return CycleRuns.anyBefore(session, now.minus(kept));
        }

        @Override
        public boolean some(Session session, Instant now) {
            CycleRuns.removeBefore(session, now.minus(kept));
            return false;
        }
    }

    /** They have no time of their own: how far they have come is marked at each look. */
    private record Changes(Duration kept) implements Aged {
        @Override
        public boolean due(Session session, Instant now) {
            return session.changes().unmarked() || session.changes().markedBefore(now.minus(kept));
        }

        @Override
        public boolean some(Session session, Instant now) {
            session.changes().mark(now);
            return session.changes().forgetBefore(now.minus(kept), BATCH);
        }
    }

    private record Due(Tenant tenant, Aged aged) {}

    /** Now and then, and then a little of what is due: as much as a tick has time for. */
    void look(Instant now) {
        boolean early = !now.isBefore(looked) && now.isBefore(looked.plus(pause));
        if (!early && !some(now)) {
            looked = now;
        }
    }

    /** All that is due. */
    void purge(Instant now) {
        boolean more = true;
        while (more) {
            more = some(now);
        }
    }

    private boolean some(Instant now) {
        boolean more = false;
        for (Due due : due(now)) {
            more |= store.write(due.tenant, session -> due.aged.some(session, now));
        }
        return more;
    }

    private List<Due> due(Instant now) {
        return store.readAll(registry -> tenants.all().stream()
                .flatMap(tenant -> aged.stream()
                        .filter(each -> each.due(registry.session(tenant), now))
                        .map(each -> new Due(tenant, each)))
                .toList());
    }
}
