package io.tenantry.graph;

import io.tenantry.http.body.RequestBody;
import io.tenantry.store.failure.ReadStopped;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A call that may have to wait before it is answered, without a thread. */
final class WaitingCall {
    private static final long NONE = -1;

    private final RoutingContext context;
    private final Handler<RoutingContext> answer;
    private final Context own = Vertx.currentContext();
    private long timer = NONE;

    /** To be made on the call's own worker thread. */
    WaitingCall(RoutingContext context, Handler<RoutingContext> answer) {
        this.context = context;
        this.answer = answer;
    }

    void work() {
        answer.handle(context);
    }

    /** @param leave gives up the wait, unless it is over: where its time is, or the client has gone */
    void waitFor(Duration patience, BooleanSupplier leave) {
        if (!patience.isZero()) {
            timer = own.owner().setTimer(Math.max(1, patience.toMillis()), late -> {
                if (leave.getAsBoolean()) {
                    giveUp();
                    context.fail(new ReadStopped(null));
                }
            });
        }
        context.addEndHandler(gone -> {
            if (leave.getAsBoolean()) {
                giveUp();
            }
        });
    }

    private void giveUp() {
        own.owner().cancelTimer(timer);
        RequestBody.of(context).close();
    }

    /** @param work what is to be done on a thread of the call's own */
    void resume(Runnable work) {
        own.owner().cancelTimer(timer);
        own.executeBlocking(
                        () -> {
                            work.run();
                            return null;
                        },
                        false)
                .onFailure(context::fail);
    }
}
