package io.tenantry.console.api;

import io.tenantry.format.Json;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/** Calls the API of this server, in Graph with a token that may do everything in its tenant. */
@Singleton
public class Api {
    private static final int UNAUTHORIZED = 401;

    /** Whoever waits here keeps a thread from the very calls that are waited for: most threads of the server are not for waiting. */
    private static final int MOST_WAITING = 32;

    private final OwnServer server;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, Future<ApiAnswer>> asked = new ConcurrentHashMap<>();

    Api(OwnServer server) {
        this.server = server;
    }

    /** What a person asked the console to do: a call like any other, in the journal too. */
    public ApiAnswer send(ApiCall call) {
        return answers(List.of(call), false).get(0);
    }

    /** Begins what one page reads. */
    public Reading reading() {
        return new Reading(this);
    }

    /** Reads for a page; the calls are made at the same time. */
    List<ApiAnswer> read(List<ApiCall> calls) {
        return answers(calls, true);
    }

    /** @throws RejectedExecutionException where too many wait already */
    private List<ApiAnswer> answers(List<ApiCall> calls, boolean unseen) {
        if (!waiting.tryAcquire()) {
            throw new RejectedExecutionException("too many pages wait for their calls");
        }
        try {
            List<Future<ApiAnswer>> answers =
                    calls.stream().map(call -> sent(call, unseen)).toList();
            return answers.stream().map(Api::await).toList();
        } finally {
            waiting.release();
        }
    }

    private Future<ApiAnswer> sent(ApiCall call, boolean unseen) {
        if (call.tenant() == null) {
            return server.send(call, null, unseen);
        }
        String kept = tokens.get(call.tenant());
        if (kept == null) {
            return withNewToken(call, unseen);
        }
        // time may have been moved past its end, or the world be another one
        return server.send(call, kept, unseen)
                .compose(answer ->
                        answer.status() == UNAUTHORIZED ? withNewToken(call, unseen) : Future.succeededFuture(answer));
    }

    private Future<ApiAnswer> withNewToken(ApiCall call, boolean unseen) {
        return token(call.tenant()).compose(answer -> {
            String token = answer.json().path("access_token").asText(null);
            if (token == null) {
                return Future.succeededFuture(answer);
            }
            tokens.put(call.tenant(), token);
            return server.send(call, token, unseen);
        });
    }

    /** One for all calls that wait for it. */
    private Future<ApiAnswer> token(String tenant) {
        return asked.computeIfAbsent(tenant, each -> server.send(tokenCall(each), null, true))
                .onComplete(answered -> asked.remove(tenant));
    }

    /** How anybody gets such a token. */
    static ApiCall tokenCall(String tenant) {
        return new ApiCall("POST", null, "/_tenantry/tenants/" + UrlText.encoded(tenant) + "/tokens", Json.object());
    }

    private static ApiAnswer await(Future<ApiAnswer> answer) {
        try {
            return answer.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IllegalStateException("this server does not answer itself", e.getCause());
        }
    }
}
