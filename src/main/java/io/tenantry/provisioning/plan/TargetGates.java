package io.tenantry.provisioning.plan;

import com.fasterxml.jackson.databind.JsonNode;
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
    private static final String NOBODY = "nobody in the target: a new user is made";
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

    /** @param planned what the plan says of the user, missing where the cycle does not look at it */
    List<Gate> of(JudgedUser user, JsonNode planned) {
        if (user.mapping() instanceof Mapping.Failed failed) {
            return List.of(
                    match(user, NOBODY),
                    new Gate(MAPPING, false, failed.failure().reason()));
        }
        Gate mapping = new Gate(MAPPING, true, "evaluated");
        Outcome outcome = decided(user);
        Optional<Failure> failure = failure(outcome, planned);
        if (isLost(outcome)
                || failure.filter(each -> !each.code().equals(REFUSED)).isPresent()) {
            String whyNot = failure.map(Failure::reason).orElseGet(() -> whyLost((Outcome.Skip) outcome));
            return List.of(new Gate(MATCH, false, whyNot), mapping);
        }
        Gate export =
                failure.map(each -> new Gate(EXPORT, false, each.reason())).orElseGet(() -> export(outcome, planned));
        return List.of(match(user, found(outcome)), mapping, export);
    }

    private Outcome decided(JudgedUser user) {
        Run run = new Run(context, "", Mode.last(initial, true), now);
        UserReader reader = new UserReader(context, source, source.of(context.target()));
        return new Decision(run, reader.byId(List.of(user.read().id())).index())
                .decide(user)
                .outcome();
    }

    /** Others of the same cycle may stand in the way, as the plan knows. */
    private static Optional<Failure> failure(Outcome outcome, JsonNode planned) {
        if (planned.isMissingNode()) {
            return outcome instanceof Outcome.Fail fail ? Optional.of(fail.failure()) : Optional.empty();
        }
        return PlanAction.FAIL.wireName().equals(planned.path("action").asText())
                ? Optional.of(new Failure(
                        planned.path("code").asText(), planned.path("reason").asText(), null))
                : Optional.empty();
    }

    /** There is an object that is not to be touched, or nobody and nobody to be made. */
    private static boolean isLost(Outcome outcome) {
        return outcome instanceof Outcome.Skip skip
                && (skip.reason() == Reason.DELETED_IN_TARGET || skip.reason() == Reason.NOT_ENTITLED);
    }

    private static String whyLost(Outcome.Skip skip) {
        return skip.reason() == Reason.DELETED_IN_TARGET
                ? "the object was deleted in the target and must be restored there"
                : "nobody in the target, and who is disabled is not made there";
    }

    private static String found(Outcome outcome) {
        return outcome instanceof Outcome.Targeted targeted && !(outcome instanceof Outcome.Create)
                ? "found " + targeted.target().id()
                : NOBODY;
    }

    /** @param otherwise where nothing is linked yet */
    private static Gate match(JudgedUser user, String otherwise) {
        return new Gate(
                MATCH,
                true,
                user.read().target().map(target -> "linked to " + target.id()).orElse(otherwise));
    }

    private static Gate export(Outcome outcome, JsonNode planned) {
        if (planned.isMissingNode()) {
            return new Gate(EXPORT, true, "the next cycle does not look at the user");
        }
        String action = planned.path("action").asText();
        String reason = planned.path("reason").asText("");
        if (PlanAction.STAGED_DELETE.wireName().equals(action)) {
            return new Gate(EXPORT, false, reason);
        }
        boolean off = outcome instanceof Outcome.Skip skip && skip.reason() == Reason.OPERATION_OFF;
        return new Gate(EXPORT, !off, reason.isEmpty() ? action : reason);
    }
}
