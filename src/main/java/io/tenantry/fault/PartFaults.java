package io.tenantry.fault;

import io.tenantry.http.answer.InjectedFault;
import io.tenantry.journal.Calling;
import io.tenantry.store.Tenants;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.Optional;

/**
 * The faults of the parts of one batch: each meets the rules as a request of its own would. A part has no connection to lose, and cannot come
 * later than the others: rules that drop connections are not for it, the longest delay is that of the whole answer.
 */
public final class PartFaults {
    private final FaultRules rules;
    private final Tenants tenants;
    private Duration delay = Duration.ZERO;
    private boolean any;

    PartFaults(FaultRules rules, Tenants tenants) {
        this.rules = rules;
        this.tenants = tenants;
    }

    /**
     * The error that a part is answered with; it is not served then.
     *
     * @param authorization of the part, null for none
     */
    public Optional<InjectedFault> meet(String method, String path, String authorization) {
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        if (authorization != null) {
            headers.add("Authorization", authorization);
        }
        Call call = new Call(
                method, CalledPaths.of(path), false, () -> Calling.of(headers, path, null, new byte[0], tenants));
        Optional<FaultRule> fired = rules.fire(call, rule -> rule.drop().isEmpty());
        fired.ifPresent(this::befall);
        return fired.flatMap(FaultRule::answer);
    }

    private void befall(FaultRule rule) {
        any = true;
        delay = delay.compareTo(rule.delay()) < 0 ? rule.delay() : delay;
    }

    public boolean any() {
        return any;
    }

    public Duration delay() {
        return delay;
    }
}
