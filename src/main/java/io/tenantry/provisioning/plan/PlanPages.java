package io.tenantry.provisioning.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.provisioning.job.Proposal;
import io.tenantry.provisioning.plan.KeptPlans.Key;
import io.tenantry.store.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plans in pages. All pages are of one plan: it is kept for some minutes, whatever is written meanwhile; later, or asked of another server
 * of the same store, it is made again where it would still be the same.
 */
@ApplicationScoped
public class PlanPages {
    private final Planner planner;
    private final KeptPlans kept;

    public PlanPages(Planner planner, KeptPlans kept) {
        this.planner = planner;
        this.kept = kept;
    }

    /**
     * A page: cycle, gates, counts and objects.
     *
     * @param next where the page behind it begins; empty for the last one
     */
    public record Page(ObjectNode shown, Optional<PlanPosition> next) {}

    /**
     * What of a plan a page shows.
     *
     * @param most objects
     * @param actions that are shown; the counts are those of all
     */
    public record View(int most, Set<PlanAction> actions) {}

    /** The first page; empty where there is no such job. */
    public Optional<Page> first(Tenant tenant, String jobId, Proposal proposal, View view) {
        return planner.plan(tenant, jobId, proposal, (basis, plan) -> {
            Page page = page(plan, 0, view);
            if (page.next.isPresent()) {
                kept.keep(new Key(tenant, jobId, plan.state()), plan);
            } else {
                plan.close();
            }
            return page;
        });
    }

    /** Throws {@link PlanGone} where the plan is neither kept nor to be made again. */
    public Optional<Page> next(Tenant tenant, String jobId, Proposal proposal, PlanPosition position, View view) {
        Optional<Page> page =
                kept.with(new Key(tenant, jobId, position.state()), plan -> page(plan, position.number(), view));
        return page.isPresent() ? page : again(tenant, jobId, proposal, position, view);
    }

    private Optional<Page> again(Tenant tenant, String jobId, Proposal proposal, PlanPosition position, View view) {
        return planner.plan(tenant, jobId, proposal, (basis, plan) -> {
            if (!plan.state().equals(position.state())) {
                plan.close();
                throw new PlanGone();
            }
            Page page = page(plan, position.number(), view);
            kept.keep(new Key(tenant, jobId, plan.state()), plan);
            return page;
        });
    }

    private static Page page(Plan plan, int from, View view) {
        List<Integer> numbers = plan.record().numbers(from, view.most + 1, view.actions);
        boolean more = numbers.size() > view.most;
        return new Page(
                plan.page(more ? numbers.subList(0, view.most) : numbers),
                more ? Optional.of(new PlanPosition(plan.state(), numbers.get(view.most))) : Optional.empty());
    }
}
