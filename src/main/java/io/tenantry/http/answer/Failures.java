package io.tenantry.http.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.tenantry.error.Excerpt;
import io.tenantry.http.body.BodyRefused;
import io.tenantry.http.host.RefusedHost;
import io.tenantry.store.failure.ReadStopped;
import io.tenantry.store.failure.StoreUnavailable;
import io.tenantry.store.failure.UnstorableText;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** Failures of requests outside of Graph: which status they have, in which form they are told of, and which are for the log. */
@Singleton
class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);

    private final List<ErrorForm> forms;

    Failures(@All List<ErrorForm> forms) {
        this.forms = forms;
    }

    /**
     * @param told the status where the failure says none
     * @param failure null where that status says it all
     */
    ErrorAnswer tell(RoutingContext context, int told, Throwable failure) {
        HttpServerRequest request = context.request();
        int status = status(told, failure);
        if (status >= 500 && failure != null && !isForeseen(failure)) {
            LOG.errorf(failure, "%s %s", request.method(), Excerpt.inOneLine(request.path()));
        }
        ErrorAnswer answer = form(context, status, request, failure);
        String wait = retryAfter(failure);
        return wait == null ? answer : answer.with("Retry-After", wait);
    }

    /** That nothing is served at a path is no word of the face whose paths it resembles. */
    private ErrorAnswer form(RoutingContext context, int status, HttpServerRequest request, Throwable failure) {
        String path = path(context);
        for (ErrorForm form : forms) {
            if ((status != 404 || failure instanceof InjectedFault) && form.isOf(path)) {
                return form.tell(request, status, failure);
            }
        }
        return new ErrorAnswer(status, Map.of("Content-Type", "application/json"), own(status, failure));
    }

    private static String path(RoutingContext context) {
        try {
            return context.normalizedPath();
        } catch (IllegalArgumentException unreadable) {
            return context.request().path();
        }
    }

    private static int status(int told, Throwable failure) {
        if (failure instanceof BodyRefused refused) {
            return refused.status();
        }
        if (failure instanceof InjectedFault fault) {
            return fault.status();
        }
        if (failure instanceof WebApplicationException refused) {
            return refused.getResponse().getStatus();
        }
        if (failure instanceof HttpException refused) {
            return refused.getStatusCode();
        }
        if (failure instanceof RefusedHost || failure instanceof UnstorableText || failure instanceof IOException) {
            return 400; // of the last: the client went, or sent what cannot be decoded
        }
        if (failure instanceof StoreUnavailable || failure instanceof RejectedExecutionException) {
            return 503;
        }
        if (failure instanceof ReadStopped) {
            return 504;
        }
        return told >= 400 ? told : 500;
    }

    private static boolean isForeseen(Throwable failure) {
        return failure instanceof StoreUnavailable
                || failure instanceof ReadStopped
                || failure instanceof RejectedExecutionException
                || failure instanceof BodyRefused
                || failure instanceof InjectedFault;
    }

    private static String retryAfter(Throwable failure) {
        if (failure instanceof StoreUnavailable) {
            return StoreUnavailable.RETRY_AFTER;
        }
        if (failure instanceof InjectedFault fault) {
            return fault.retryAfter();
        }
        return failure instanceof BodyRefused refused && refused.status() == 503 ? BodyRefused.RETRY_AFTER : null;
    }

    private static ObjectNode own(int status, Throwable failure) {
        if (failure instanceof StoreUnavailable) {
            return OwnError.of("the store cannot be used: " + failure.getMessage(), null);
        }
        if (failure instanceof InjectedFault fault && fault.getMessage() != null) {
            return OwnError.of(fault.getMessage(), null);
        }
        return failure instanceof RefusedHost
                        || failure instanceof BodyRefused
                        || failure instanceof UnstorableText
                        || failure instanceof ReadStopped
                ? OwnError.of(failure.getMessage(), null)
                : OwnError.of(status);
    }
}
