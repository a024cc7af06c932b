package io.tenantry.throttle;

import io.tenantry.error.GraphError;
import io.tenantry.family.Caller;
import io.tenantry.time.VirtualClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Throttles applications as the identity and access service does, where it is switched on. What is refused takes nothing of a quota. Quotas
 * are those of this server alone.
 */
@ApplicationScoped
public class Throttling {
    private final ThrottlingConfig config;
    private final TenantSize sizes;
    private final VirtualClock clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final Map<String, Limit> units = new ConcurrentHashMap<>();
    private volatile boolean on;

    Throttling(ThrottlingConfig config, TenantSize sizes, VirtualClock clock) {
        this.config = config;
        this.sizes = sizes;
        this.clock = clock;
        this.on = config.throttling();
    }

    public boolean isOn() {
        return on;
    }

    /** All quotas are full then. */
    public void set(boolean on) {
        this.on = on;
        buckets.clear();
        units.clear();
    }

    /** As it was at the start. */
    public void reset() {
        set(config.throttling());
    }

    /**
     * Takes what a request costs from the quotas that it counts for; empty where throttling is off.
     *
     * @param template of its path, keys as {@code {}}
     * @param options by name, without {@code $}
     * @throws GraphError 429 where one of them is used up
     */
    public Optional<Charge> charge(Caller caller, String method, String template, Map<String, String> options) {
        if (!on) {
            return Optional.empty();
        }
        int cost = Cost.of(method, template, options);
        long now = clock.elapsedNanos();
        Map<Bucket, Integer> costs = new LinkedHashMap<>();
        for (Limit limit : limits(caller, method, template)) {
            String counted = limit.counted(caller.appId(), caller.tenant().id());
            Bucket bucket = buckets.computeIfAbsent(counted, key -> limit.bucket(now));
            int ofIt = limit.isOfUnits() ? cost : 1;
            long wait = bucket.secondsUntil(ofIt, now);
            if (wait > 0) {
                throw refused(limit, wait, caller);
            }
            costs.put(bucket, ofIt);
        }
        double used = 0;
        for (Map.Entry<Bucket, Integer> each : costs.entrySet()) {
            used = Math.max(used, each.getKey().take(each.getValue(), now));
        }
        return Optional.of(new Charge(cost, used));
    }

    private List<Limit> limits(Caller caller, String method, String template) {
        List<Limit> limits = new ArrayList<>();
        // counted once, when the tenant is first met
        limits.add(units.computeIfAbsent(caller.tenant().id(), id -> Limit.units(sizes.of(caller.tenant()))));
        limits.add(Limit.UNITS_OF_APPLICATION);
        if (!method.equals("GET")) {
            limits.addAll(List.of(Limit.WRITES, Limit.WRITES_OF_APPLICATION, Limit.WRITES_OF_TENANT));
        }
        if (template.replaceAll("^/", "").startsWith("auditLogs")) {
            limits.add(Limit.REPORTS);
        }
        return limits;
    }

    private static GraphError refused(Limit limit, long wait, Caller caller) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Retry-After", Long.toString(wait));
        headers.put(
                "x-ms-throttle-scope",
                limit.scope() + "/" + caller.appId() + "/" + caller.tenant().id());
        if (limit.information() != null) {
            headers.put("x-ms-throttle-information", limit.information());
        }
        return new GraphError(429, "TooManyRequests", "Too many requests.", List.of(), headers);
    }
}
