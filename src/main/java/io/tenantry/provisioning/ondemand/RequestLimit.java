package io.tenantry.provisioning.ondemand;

import io.tenantry.store.Session;
import io.tenantry.store.key.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Five requests in ten seconds for each job, by virtual time (provisioning-engine.md §1.9). They are kept in the store, beside what they
 * provisioned: servers that share it count together, and who goes back to a former state finds the requests of then.
 */
final class RequestLimit {
    private static final int REQUESTS = 5;
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final Session source;
    private final int job;

    RequestLimit(Session source, int job) {
        this.source = source;
        this.job = job;
    }

    /** Takes a request; where there are too many, says after how long there is room again. */
    Optional<Duration> take(Instant now) {
        // those to come are from before the clock was set back
        source.update(
                "delete from sync_on_demand where tenant = {tenant} and job = ? and (at <= ? or at > ?)",
                job,
                Key.micros(now.minus(WINDOW)),
                Key.micros(now));
        List<Instant> taken = source.query(
                "select at from sync_on_demand where tenant = {tenant} and job = ? order by at",
                row -> Key.instant(row.getLong(1)),
                job);
        if (taken.size() >= REQUESTS) {
            return Optional.of(Duration.between(now, taken.get(0).plus(WINDOW)));
        }
        source.update("insert into sync_on_demand (tenant, job, at) values ({tenant}, ?, ?)", job, Key.micros(now));
        return Optional.empty();
    }
}
