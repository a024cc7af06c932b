package io.tenantry.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.http.answer.InjectedFault;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What becomes of the calls that fit.
 *
 * @param share of the calls that fit, 0 to 1
 * @param count how often it fires at most
 * @param delay before anything else
 * @param answer in place of what the call would be answered; then nothing of it is done
 * @param given how it was given
 * @param hits how often it fired
 */
public record FaultRule(
        Match match,
        double share,
        Optional<Long> count,
        Duration delay,
        Optional<InjectedFault> answer,
        Optional<Drop> drop,
        ObjectNode given,
        AtomicLong hits) {

    /** Only for those who need to know who calls that is found out. */
    boolean asksWhoCalls() {
        return match.tenant().isPresent() || match.client().isPresent();
    }

    boolean fits(Call call) {
        return match.fits(call) && (!asksWhoCalls() || match.fits(call.who().get()));
    }

    /** Counts a hit, unless there have been as many as there may be. */
    boolean hit() {
        long most = count.orElse(Long.MAX_VALUE);
        return hits.getAndUpdate(before -> before < most ? before + 1 : before) < most;
    }

    ObjectNode shown() {
        ObjectNode shown = given.deepCopy().put("hits", hits.get());
        count.ifPresent(most -> shown.put("remaining", Math.max(0, most - hits.get())));
        return shown;
    }
}
