package io.tenantry.fault;

import io.tenantry.http.answer.BrokenOff;
import io.tenantry.http.body.RequestBody;
import io.tenantry.journal.Recording;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * A response that sends half of its body and then closes the connection, of HTTP/2 the stream. Of the many methods that responses have it
 * changes one.
 */
final class CuttingResponse implements InvocationHandler, CutAnswer {
    private final RoutingContext uncut;
    private final HttpServerResponse response;
    private final FaultRule rule;

    CuttingResponse(RoutingContext uncut, FaultRule rule) {
        this.uncut = uncut;
        this.response = uncut.response();
        this.rule = rule;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("end")) {
            return end(arguments == null ? new Object[0] : arguments);
        }
        try {
            boolean ours = method.getDeclaringClass() == CutAnswer.class;
            Object result = method.invoke(ours ? this : response, arguments);
            return result == response ? proxy : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @SuppressWarnings("unchecked")
    private Future<Void> end(Object[] arguments) {
        Future<Void> ended = end(body(arguments));
        Object last = arguments.length == 0 ? null : arguments[arguments.length - 1];
        if (last instanceof Handler<?> handler) {
            ended.onComplete((Handler<AsyncResult<Void>>) handler);
        }
        return ended;
    }

    private static Buffer body(Object[] arguments) {
        Object first = arguments.length == 0 ? null : arguments[0];
        return first instanceof Buffer buffer
                ? buffer
                : first instanceof String text ? Buffer.buffer(text) : Buffer.buffer();
    }

    private Future<Void> end(Buffer body) {
        Future<Void> sent = Future.succeededFuture();
        if (!response.headWritten() && body.length() > 0) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        }
        if (body.length() > 0) {
            sent = response.write(body.getBuffer(0, body.length() / 2));
        }
        return sent.onComplete(written -> BrokenOff.connectionOf(uncut.request()));
    }

    @Override
    public FaultRule rule() {
        return rule;
    }

    @Override
    public void continueIn(RoutingContext context) {
        Recording recording = Recording.of(context);
        if (recording != null && Recording.of(uncut) != null) {
            recording.continues(Recording.of(uncut));
        }
        if (RequestBody.isKept(uncut)) {
            RequestBody body = RequestBody.of(uncut);
            body.keepFor(context);
            context.addEndHandler(ended -> body.close());
        }
    }
}
