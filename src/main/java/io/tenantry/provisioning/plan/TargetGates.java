package io.tenantry.provisioning.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.provisioning.job.Gate;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.object.Mode;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.Outcome.Skip.Reason;
import io.tenantry.provisioning.object.Run;
import io.tenantry.provisioning.user.Decision;
import io.tenantry.provisioning.user.JudgedUser;
import io.tenantry.provisioning.user.Mapping;
import io.tenantry.provisioning.user.UserReader;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a user in scope meets on its way into the target: the object that it belongs to, what it is mapped to, and whether that can be kept. */
final class TargetGates {
    private static final String MATCH = "match";
    private static final String MAPPING = "mapping";
    private static final String EXPORT = "export";
    /** The target refuses, whatever the user is like. */
    private static final String REFUSED = "AzureActiveDirectoryForbidden";

    private final Session source;
    private final JobContext context;
    private final boolean initial;
    private final Instant now;

    TargetGates(Session source, JobContext context, boolean initial, Instant now) {
        this.source = source;
        this.context = context;
        this.initial = initial;
        this.now = now;
    }

    List<Gate> of(JudgedUser user, Optional<ObjectNode> planned) {
        if (user.mapping() instanceof Mapping.Failed failed) {
            return List.of(
                    match(user, Optional.empty()),
                    new Gate(MAPPING, false, failed.failure().reason()));
        }
        Outcome outcome = decided(user);
        Optional<Failure> failure = failure(outcome, planned);
        boolean found = failure.filter(each -> !each.code().equals(REFUSED)).isEmpty() && !isLost(outcome);
        Gate match = found ? match(user, Optional.of(outcome)) : new Gate(MATCH, false, whyNot(outcome, failure));
        Gate mapping = new Gate(MAPPING, true, "evaluated");
        return found ? List.of(match, mapping, export(outcome, failure, planned)) : List.of(match, mapping);
    }

    private Outcome decided(JudgedUser user) {
        Run run = new Run(context, "", new Mode(initial, false, true), now);
        UserReader reader = new UserReader(context, source, source.of(context.target()));
        return new Decision(run, reader.byId(List.of(user.read().id())).index())
                .decide(user)
                .outcome();
    }

    /** Others of the same cycle may stand in the way, as the plan knows. */
    private static Optional<Failure> failure(Outcome outcome, Optional<ObjectNode> planned) {
        Optional<Failure> told = planned.filter(each ->
                        PlanAction.FAIL.wireName().equals(each.path("action").asText()))
                .map(each -> new Failure(
                        each.path("code").asText(), each.path("reason").asText(), null));
        return told.isPresent() || planned.isPresent()
                ? told
                : outcome instanceof Outcome.Fail fail ? Optional.of(fail.failure()) : Optional.empty();
    }

    /** There is an object that is not to be touched, or nobody and nobody to be made. */
    private static boolean isLost(Outcome outcome) {
        return outcome instanceof Outcome.Skip skip
                && (skip.reason() == Reason.DELETED_IN_TARGET || skip.reason() == Reason.NOT_ENTITLED);
    }

    private static String whyNot(Outcome outcome, Optional<Failure> failure) {
        return failure.map(Failure::reason)
                .orElseGet(() -> ((Outcome.Skip) outcome).reason() == Reason.DELETED_IN_TARGET
                        ? "the object was deleted in the target and must be restored there"
                        : "nobody in the target, and who is disabled is not made there");
    }

    private static Gate match(JudgedUser user, Optional<Outcome> outcome) {
        if (user.read().liveTarget().isPresent() || user.read().target().isPresent()) {
            return new Gate(
                    MATCH, true, "linked to " + user.read().target().get().id());
        }
        return new Gate(
                MATCH,
                true,
                outcome.filter(each -> !(each instanceof Outcome.Create))
                        .filter(Outcome.Targeted.class::isInstance)
                        .map(each ->
                                "found " + ((Outcome.Targeted) each).target().id())
                        .orElse("nobody in the target: a new user is made"));
    }

    private static Gate export(Outcome outcome, Optional<Failure> failure, Optional<ObjectNode> planned) {
        if (failure.isPresent()) {
            return new Gate(EXPORT, false, failure.get().reason());
        }
        if (planned.isEmpty()) {
            return new Gate(EXPORT, true, "the next cycle does not look at the user");
        }
        if (PlanAction.STAGED_DELETE
                .wireName()
                .equals(planned.get().path("action").asText())) {
            return new Gate(EXPORT, false, planned.get().path("reason").asText());
        }
        boolean off = outcome instanceof Outcome.Skip skip && skip.reason() == Reason.OPERATION_OFF;
        String reason = planned.get().path("reason").asText("");
        return new Gate(
                EXPORT, !off, reason.isEmpty() ? planned.get().path("action").asText() : reason);
    }
}
