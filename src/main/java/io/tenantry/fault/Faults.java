package io.tenantry.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.http.OwnCalls;
import io.tenantry.http.answer.BrokenOff;
import io.tenantry.http.body.RequestBodies;
import io.tenantry.http.body.RequestBody;
import io.tenantry.journal.Calling;
import io.tenantry.journal.Recording;
import io.tenantry.store.Tenants;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Injects faults where every request passes, before any face of the server has seen it. Rules are kept in memory, until they are cleared or
 * the server ends.
 */
@ApplicationScoped
public class Faults {
    /** Behind the journal and what refuses hosts. */
    private static final int ORDER = Integer.MIN_VALUE + 2;
    /** More than any call of the token service has. */
    private static final int MOST_OF_BODY = 256 * 1024;

    private static final String DECIDED = Faults.class.getName();

    private final Tenants tenants;
    private final RequestBodies bodies;
    private volatile FaultRules rules = FaultRules.NONE;

    Faults(Tenants tenants, RequestBodies bodies) {
        this.tenants = tenants;
        this.bodies = bodies;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(context -> meet(context, router));
    }

    public void set(FaultRules replacing) {
        rules = replacing;
    }

    public void clear() {
        rules = FaultRules.NONE;
    }

    public ObjectNode shown() {
        return rules.shown();
    }

    /** What befalls the parts of a batch. */
    public PartFaults ofParts() {
        return new PartFaults(rules, tenants);
    }

    private void meet(RoutingContext context, Router router) {
        FaultRules current = rules;
        if (context.response() instanceof CutAnswer cut) {
            cut.continueIn(context);
            serve(context, cut.rule());
        } else if (current.isEmpty() || context.get(DECIDED) != null || OwnCalls.isOne(context)) {
            context.next();
        } else {
            context.put(DECIDED, true);
            withBody(context, current, () -> fire(context, current, router));
        }
    }

    /** Clients of the token service name themselves in their forms. */
    private void withBody(RoutingContext context, FaultRules current, Runnable then) {
        HttpServerRequest request = context.request();
        if (!current.askWhoCalls() || CalledPaths.isOfGraph(request.path()) || !RequestBody.isAnnounced(request)) {
            then.run();
            return;
        }
        bodies.read(request, MOST_OF_BODY)
                .onSuccess(body -> {
                    body.keepFor(context);
                    context.addEndHandler(ended -> body.close());
                    then.run();
                })
                .onFailure(context::fail);
    }

    private void fire(RoutingContext context, FaultRules current, Router router) {
        HttpServerRequest request = context.request();
        Call call = Call.of(
                request,
                () -> Calling.of(
                        request.headers(),
                        request.path(),
                        request.query(),
                        RequestBody.of(context).content(),
                        tenants));
        current.fire(call).ifPresentOrElse(rule -> befall(context, rule, router), context::next);
    }

    private void befall(RoutingContext context, FaultRule rule, Router router) {
        after(rule.delay(), context, () -> {
            if (rule.drop().isEmpty()) {
                serve(context, rule);
            } else if (rule.drop().get() == Drop.DURING) {
                router.handle(CutAnswer.request(context, rule));
            } else {
                drop(context);
            }
        });
    }

    /**
     * Goes on after a while, unless the client has gone by then. No thread waits.
     *
     * @param context of a call that a fault befell
     */
    public void after(Duration delay, RoutingContext context, Runnable then) {
        Recording recording = Recording.of(context);
        if (recording != null) {
            recording.faultInjected();
        }
        if (delay.isZero()) {
            then.run();
            return;
        }
        long timer = context.vertx().setTimer(Math.max(1, delay.toMillis()), due -> then.run());
        context.addEndHandler(gone -> {
            if (context.vertx().cancelTimer(timer) && recording != null) {
                recording.unanswered();
            }
        });
    }

    private static void serve(RoutingContext context, FaultRule rule) {
        rule.answer().ifPresentOrElse(fault -> context.fail(fault.status(), fault), context::next);
    }

    private static void drop(RoutingContext context) {
        Recording recording = Recording.of(context);
        if (recording != null) {
            recording.unanswered();
        }
        BrokenOff.connectionOf(context.request());
    }
}
