package io.tenantry.control.traffic;

import io.tenantry.journal.Journal;
import io.tenantry.mail.Outbox;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.time.VirtualClock;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Tells followers when there is something new, by name: {@code clock}, {@code requests}, {@code jobs}, {@code directory}, {@code mails}; whoever
 * begins to follow is told all names, for what came between the reading of a page and its following. It looks while somebody follows, with a few
 * short reads for all of them together; other servers on the same store are seen too.
 */
@Singleton
class Pulse {
    private static final Logger LOG = Logger.getLogger(Pulse.class);
    private static final Duration BEAT = Duration.ofMillis(700);
    private static final int MOST_FOLLOWERS = 100;

    private final Vertx vertx;
    private final VirtualClock clock;
    private final Journal journal;
    private final Store store;
    private final Tenants tenants;
    private final Set<Consumer<String>> newcomers = ConcurrentHashMap.newKeySet();
    private final Set<Consumer<String>> followers = ConcurrentHashMap.newKeySet();
    private Map<String, Object> seen = Map.of();
    private Long timer;

    Pulse(Vertx vertx, VirtualClock clock, Journal journal, Store store, Tenants tenants) {
        this.vertx = vertx;
        this.clock = clock;
        this.journal = journal;
        this.store = store;
        this.tenants = tenants;
    }

    /** @return false where too many follow already */
    synchronized boolean follow(Consumer<String> follower) {
        if (newcomers.size() + followers.size() >= MOST_FOLLOWERS) {
            return false;
        }
        newcomers.add(follower);
        if (timer == null) {
            timer = vertx.setPeriodic(1, BEAT.toMillis(), beat -> vertx.executeBlocking(this::beat)
                    .onFailure(failure -> LOG.debug("what is new could not be read", failure)));
        }
        return true;
    }

    synchronized void leave(Consumer<String> follower) {
        newcomers.remove(follower);
        followers.remove(follower);
        if (newcomers.isEmpty() && followers.isEmpty() && timer != null) {
            vertx.cancelTimer(timer);
            timer = null;
        }
    }

    private Void beat() {
        tell(marks());
        return null;
    }

    /** The store has been read before: event loops, on which followers come and go, do not wait for it. */
    private synchronized void tell(Map<String, Object> now) {
        now.forEach((name, mark) -> {
            newcomers.forEach(newcomer -> newcomer.accept(name));
            if (!mark.equals(seen.get(name))) {
                followers.forEach(follower -> follower.accept(name));
            }
        });
        followers.addAll(newcomers);
        newcomers.clear();
        seen = now;
    }

    private Map<String, Object> marks() {
        Map<String, Object> marks = new LinkedHashMap<>();
        marks.put("clock", clock.frozen() ? clock.now() : clock.ahead());
        marks.put("requests", journal.mark());
        long jobs = 0;
        long directory = 0;
        long mails = 0;
        for (Tenant tenant : tenants.all()) {
            Marks of = store.read(tenant, Marks::of);
            jobs = 31 * jobs + of.jobs();
            directory = 31 * directory + of.directory();
            mails = 31 * mails + of.mails();
        }
        marks.put("jobs", jobs);
        marks.put("directory", directory);
        marks.put("mails", mails);
        return marks;
    }

    /** Numbers that change when what they stand for does. */
    private record Marks(long jobs, long directory, long mails) {
        static Marks of(Session session) {
            return new Marks(SyncJobs.mark(session), session.changes().lastChange(), Outbox.mark(session));
        }
    }
}
