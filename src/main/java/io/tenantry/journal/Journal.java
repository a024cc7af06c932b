package io.tenantry.journal;

import io.tenantry.format.Json;
import io.tenantry.http.OwnCalls;
import io.tenantry.http.answer.OwnError;
import io.tenantry.journal.Exchange.Answered;
import io.tenantry.journal.Exchange.Body;
import io.tenantry.journal.Exchange.Sent;
import io.tenantry.time.VirtualClock;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The calls that were served or refused of late, in memory. What it costs a call is a few references: everything is read, parsed and masked
 * when somebody asks.
 */
@ApplicationScoped
public class Journal {
    /** Before all that may refuse a request. */
    private static final int FIRST = Integer.MIN_VALUE;

    private final VirtualClock clock;
    private final int mostOfBody;
    private final Ring ring;

    Journal(JournalConfig config, VirtualClock clock) {
        this.clock = clock;
        this.mostOfBody = Math.toIntExact(config.body().asLongValue());
        this.ring = config.entries() == 0
                ? null
                : new Ring(config.entries(), config.memory().asLongValue());
    }

    void register(@Observes Router router) {
        if (ring != null) {
            router.route().order(FIRST).handler(this::begin).failureHandler(this::refused);
        }
    }

    private void begin(RoutingContext context) {
        Recording begun = Recording.of(context);
        if (begun != null) {
            begun.rerouted();
        } else if (!OwnCalls.isOne(context)) {
            Recording.begin(this, context, clock.now());
        }
        context.next();
    }

    /** Some requests fail before any route. */
    private void refused(RoutingContext context) {
        if (Recording.of(context) == null && !OwnCalls.isOne(context)) {
            Recording.begin(this, context, clock.now());
        }
        context.next();
    }

    Body body(byte[] whole) {
        return Body.of(whole, mostOfBody);
    }

    /** @param caller null where the request tells it */
    void add(Instant at, long nanos, Sent sent, Answered answered, boolean fault, Calling caller) {
        if (ring != null) {
            ring.add(new Exchange(ring.number(), at, nanos, sent, answered, fault, caller));
        }
    }

    /** What the proxy refused before it was a request to this server. */
    public void refused(String method, String target, int status, String message) {
        Sent sent = new Sent(method, "", target, null, "http/1.1", MultiMap.caseInsensitiveMultiMap(), Body.NONE);
        Answered answered =
                new Answered(status, MultiMap.caseInsensitiveMultiMap(), body(Json.utf8(OwnError.of(message, null))));
        add(clock.now(), 0, sent, answered, false, new Calling(null, null));
    }

    /** A number that is another one when there are other calls. */
    public long mark() {
        return ring == null ? 0 : ring.mark();
    }

    Optional<Exchange> find(long number) {
        return ring == null ? Optional.empty() : Optional.ofNullable(ring.get(number));
    }

    /** Newest first, beginning behind that number. */
    Stream<Exchange> before(long number) {
        return ring == null ? Stream.empty() : ring.before(number);
    }

    public void clear() {
        if (ring != null) {
            ring.clear();
        }
    }
}
