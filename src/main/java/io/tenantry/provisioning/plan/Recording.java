package io.tenantry.provisioning.plan;

import io.tenantry.provisioning.AllCores;
import io.tenantry.provisioning.object.JudgedObject;
import io.tenantry.provisioning.object.Mode;
import io.tenantry.provisioning.object.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Keeps what was decided of a page: what it would leave in the target, for those who come later, and what is said of each object. */
final class Recording {
    private final PlannedHoldings holdings;
    private final PlanRecord record;

    Recording(PlannedHoldings holdings, PlanRecord record) {
        this.holdings = holdings;
        this.record = record;
    }

    record Found(JudgedObject object, Outcome outcome) {}

    private record Kept(Left left, Optional<PlanRecord.Said> said) {}

    /** Their numbers; empty where nothing is said of an object, not yet or at all. What is kept is written on all cores. */
    List<OptionalInt> keep(List<Found> page, Mode mode) {
        page.forEach(each -> holdings.making(each.outcome));
        return AllCores.stream(page).map(this::kept).toList().stream()
                .map(each -> keep(each, mode))
                .toList();
    }

    private Kept kept(Found found) {
        boolean silent = found.outcome instanceof Outcome.Defer
                || found.outcome instanceof Outcome.Wait
                || found.outcome.unknown();
        return new Kept(
                Left.of(found.object.read(), found.outcome),
                silent ? Optional.empty() : Optional.of(record.said(found.object, found.outcome, holdings::isMade)));
    }

    private OptionalInt keep(Kept kept, Mode mode) {
        holdings.note(kept.left, mode);
        return kept.said.map(said -> OptionalInt.of(record.add(said))).orElseGet(OptionalInt::empty);
    }
}
