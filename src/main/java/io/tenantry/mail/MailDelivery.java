package io.tenantry.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.tenantry.mail.Delivery.State;
import io.tenantry.mail.Mails.Kept;
import io.tenantry.mail.SmtpClient.Outcome;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.store.failure.StoreUnavailable;
import io.tenantry.time.VirtualClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Brings mails that wait to the mail server, beside everything else: who wrote them has long gone on. A server that is away is tried again
 * in growing distances, and told of once; a mail that it will not take is told of and stays in the outbox. By real time, as mail servers
 * live in it.
 */
@ApplicationScoped
public class MailDelivery {
    private static final Logger LOG = Logger.getLogger(MailDelivery.class);
    private static final int BATCH = 20;
    /** Longer than an attempt takes: whoever took a mail and died gives it back so. */
    private static final Duration TAKEN = Duration.ofMinutes(5);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_ATTEMPTS = 20;

    private final Store store;
    private final Tenants tenants;
    private final VirtualClock clock;
    private final SmtpConfig config;
    private final SmtpClient client;
    private int failures;
    private Instant pausedUntil = Instant.EPOCH;

    MailDelivery(Store store, Tenants tenants, VirtualClock clock, SmtpConfig config, SmtpClient client) {
        this.store = store;
        this.tenants = tenants;
        this.clock = clock;
        this.config = config;
        this.client = client;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (config.host().isPresent() && !clock.systemNow().isBefore(pausedUntil)) {
            try {
                deliver();
            } catch (StoreUnavailable e) {
                LOG.debug("The store does not serve", e);
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        client.close();
    }

    private void deliver() {
        for (Tenant tenant : tenants.all()) {
            List<Kept> waiting =
                    store.readAtLength(tenant, session -> new Mails(session).waiting(clock.systemNow(), BATCH));
            for (Kept each : waiting) {
                if (!deliver(tenant, each)) {
                    return;
                }
            }
        }
    }

    /** False where the mail server is away. */
    private boolean deliver(Tenant tenant, Kept kept) {
        Instant until = clock.systemNow().plus(TAKEN);
        if (!store.write(tenant, session -> new Mails(session).take(kept, until))) {
            return true;
        }
        Outcome outcome = client.send(kept.mail());
        store.write(tenant, session -> {
            settle(new Mails(session), kept, outcome);
            return null;
        });
        if (outcome instanceof Outcome.Away away) {
            away(away.error());
            return false;
        }
        back();
        return true;
    }

    private void settle(Mails mails, Kept kept, Outcome outcome) {
        Instant now = clock.systemNow();
        if (outcome instanceof Outcome.Taken) {
            mails.settle(kept, State.SENT, null, now);
        } else if (outcome instanceof Outcome.Away away) {
            mails.settle(kept, State.WAITING, away.error(), now);
        } else if (outcome instanceof Outcome.Refused refused) {
            boolean last = refused.forGood() || kept.delivery().attempts() + 1 >= MOST_ATTEMPTS;
            LOG.warnf(
                    "The mail server did not take a mail to %s: %s", kept.mail().to(), refused.error());
            mails.settle(
                    kept,
                    last ? State.REFUSED : State.WAITING,
                    refused.error(),
                    now.plus(pause(kept.delivery().attempts())));
        }
    }

    private void away(String error) {
        if (failures++ == 0) {
            LOG.warnf(
                    "The mail server %s:%d cannot be reached, mails wait: %s",
                    config.host().orElse(""), config.port(), error);
        }
        pausedUntil = clock.systemNow().plus(pause(failures - 1));
    }

    private void back() {
        if (failures > 0) {
            LOG.info("The mail server can be reached again");
        }
        failures = 0;
    }

    /** One second, two, four … */
    private static Duration pause(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
