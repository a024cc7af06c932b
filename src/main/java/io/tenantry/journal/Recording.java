package io.tenantry.journal;

import io.tenantry.http.answer.AnswerBody;
import io.tenantry.http.body.RequestBody;
import io.tenantry.journal.Exchange.Answered;
import io.tenantry.journal.Exchange.Body;
import io.tenantry.journal.Exchange.Sent;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;

/** A call under way. It is noted when the head of its answer is about to go out: who has the answer finds it in the journal. */
public final class Recording implements Handler<Void> {
    private static final String KEY = Recording.class.getName();

    private final Journal journal;
    private final RoutingContext context;
    private final String path;
    private final String query;
    private Instant at;
    private long began;
    private boolean fault;

    private Recording(Journal journal, RoutingContext context, Instant at) {
        this.journal = journal;
        this.context = context;
        this.path = context.request().path();
        this.query = context.request().query();
        this.at = at;
        this.began = System.nanoTime();
    }

    static void begin(Journal journal, RoutingContext context, Instant at) {
        Recording recording = new Recording(journal, context, at);
        context.put(KEY, recording);
        context.addHeadersEndHandler(recording);
    }

    /** Null where nothing is recorded. */
    public static Recording of(RoutingContext context) {
        return context.get(KEY);
    }

    /** A path in another spelling is led to its route, which takes all handlers away. */
    void rerouted() {
        context.addHeadersEndHandler(this);
    }

    /** Goes on with what was begun for the same request. */
    public void continues(Recording earlier) {
        at = earlier.at;
        began = earlier.began;
        fault = earlier.fault;
    }

    public void faultInjected() {
        fault = true;
    }

    /** The connection is closed in place of an answer. */
    public void unanswered() {
        note(Answered.nothing());
    }

    /** The head is complete. */
    @Override
    public void handle(Void complete) {
        HttpServerResponse response = context.response();
        note(new Answered(response.getStatusCode(), response.headers(), journal.body(AnswerBody.of(context))));
    }

    private void note(Answered answered) {
        HttpServerRequest request = context.request();
        Body body = journal.body(RequestBody.of(context).content());
        Sent sent = new Sent(
                request.method().name(),
                base(request),
                path,
                query,
                request.version().alpnName(),
                request.headers(),
                body);
        journal.add(at, System.nanoTime() - began, sent, answered, fault, null);
    }

    private static String base(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return request.scheme() + "://" + (authority == null ? "localhost" : authority);
    }
}
