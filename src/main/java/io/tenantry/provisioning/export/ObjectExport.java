package io.tenantry.provisioning.export;

import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.object.NextLink;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.Run;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.provisioning.user.ManagerFlow;
import io.tenantry.store.Entity;
import java.time.Instant;
import java.util.List;

/** Carries out an outcome: the object of the target, its link, what is kept of a failure, and the audits of both tenants. */
final class ObjectExport {
    private final Run run;
    private final RetryPlan retries;
    private final BatchWrites writes;
    private final AuditTrail audits;
    private final Counters counters;

    ObjectExport(Run run, RetryPlan retries, BatchWrites writes, AuditTrail audits, Counters counters) {
        this.run = run;
        this.retries = retries;
        this.writes = writes;
        this.audits = audits;
        this.counters = counters;
    }

    void apply(ObjectChange change, Outcome outcome) {
        if (outcome instanceof Outcome.Fail fail) {
            fail(change, fail);
            return;
        }
        SourceObject user = change.read();
        user.escrow().ifPresent(escrow -> {
            writes.settle(user.id());
            counters.settled += escrow.hasFailed() ? 1 : 0;
        });
        NextLink.of(user, outcome, run.mode())
                .ifPresent(link -> writes.link(link, user.link().isEmpty()));
        if (outcome instanceof Outcome.Create create) {
            created(change, create);
        } else if (outcome instanceof Outcome.Update update) {
            updated(change, update);
        } else if (outcome instanceof Outcome.Delete delete) {
            deleted(change, delete.target());
        }
    }

    /** Of what is nowhere any more no failure stands. */
    void forget(SourceObject gone) {
        gone.escrow().ifPresent(escrow -> writes.settle(escrow.sourceId()));
    }

    private void created(ObjectChange change, Outcome.Create create) {
        Entity target = create.target();
        writes.create(target);
        audits.created(change.id(), target);
        exported(change, target, create.modified(), "Add", "created");
    }

    private void updated(ObjectChange change, Outcome.Update update) {
        Entity target = update.target();
        if (update.kind() == Outcome.Update.Kind.RESTORED) {
            writes.restore(target);
            audits.restored(change.id(), target);
        }
        List<ModifiedProperty> values = update.modified();
        boolean ownValues = values.stream().anyMatch(each -> !each.name().equals(ManagerFlow.ATTRIBUTE));
        if (ownValues || update.kind() == Outcome.Update.Kind.REDEEMED) {
            writes.update(target);
            audits.updated(change.id(), target, values);
        }
        exported(change, target, values, "Update", "updated");
    }

    private void deleted(ObjectChange change, Entity target) {
        audits.deleted(change.id(), target);
        writes.delete(target);
        exported(change, target, List.of(), "Delete", "deleted");
    }

    private void exported(
            ObjectChange change, Entity target, List<ModifiedProperty> modified, String rule, String done) {
        counters.exports++;
        counters.exported++;
        audits.exported(change, target.id(), modified, rule, done);
    }

    private void fail(ObjectChange change, Outcome.Fail fail) {
        counters.exports++;
        counters.failed++;
        counters.failedFirst += change.read().escrow().filter(Escrow::hasFailed).isPresent() ? 0 : 1;
        audits.failed(change, fail);
        if (!run.mode().onDemand()) {
            audits.escrowed(change, fail);
            writes.escrow(escrow(change.read(), fail.failure().code()));
        }
    }

    private Escrow escrow(SourceObject user, String code) {
        Instant first = firstFailed(user);
        return new Escrow(user.id(), first, attempts(user) + 1, retries.next(first, code, run.now()), code);
    }

    /** The cycle looks at the user once more. */
    void postpone(SourceObject user, Failure failure) {
        writes.escrow(new Escrow(user.id(), firstFailed(user), attempts(user), Escrow.WAITING, failure.code()));
    }

    private Instant firstFailed(SourceObject user) {
        return user.escrow().map(Escrow::firstFailed).orElse(run.now());
    }

    private static int attempts(SourceObject user) {
        return user.escrow().map(Escrow::attempts).orElse(0);
    }
}
