package io.tenantry.provisioning.plan;

import io.tenantry.provisioning.AllCores;
import io.tenantry.provisioning.object.JudgedObject;
import io.tenantry.provisioning.object.Mode;
import io.tenantry.provisioning.object.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Keeps what was decided of a page: what it would leave in the target, for those who come later, and what is said of each object. */
final class Recording {
    private final PlannedHoldings holdings;
    private final PlanRecord record;

    Recording(PlannedHoldings holdings, PlanRecord record) {
        this.holdings = holdings;
        this.record = record;
    }

    record Found(JudgedObject object, Outcome outcome) {
        private boolean isTold() {
            return !(outcome instanceof Outcome.Defer || outcome instanceof Outcome.Wait || outcome.unknown());
        }
    }

    /** Their numbers; empty where nothing is said of an object, not yet or at all. */
    List<OptionalInt> keep(List<Found> page, Mode mode) {
        page.forEach(each -> holdings.making(each.outcome));
        List<Left> left = AllCores.stream(page)
                .map(each -> Left.of(each.object.read(), each.outcome))
                .toList();
        List<OptionalInt> numbers = tell(page);
        left.forEach(each -> holdings.note(each, mode));
        return numbers;
    }

    private List<OptionalInt> tell(List<Found> page) {
        int next = record.add(page.stream()
                .filter(Found::isTold)
                .map(each -> Told.of(each.object, each.outcome, holdings::isMade))
                .toList());
        List<OptionalInt> numbers = new ArrayList<>(page.size());
        for (Found each : page) {
            numbers.add(each.isTold() ? OptionalInt.of(next++) : OptionalInt.empty());
        }
        return numbers;
    }
}
