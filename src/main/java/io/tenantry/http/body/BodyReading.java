package io.tenantry.http.body;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;

/** One body on its way in. All but what the look-out reads happens on the event loop of its connection. */
final class BodyReading {
    private static final long QUIET = Duration.ofMillis(250).toNanos();
    /** Bytes in a second that are not slow. */
    private static final long RATE = 64 * 1024;

    private final HttpServerRequest request;
    private final int limit;
    private final Rooms rooms;
    private final String coding;
    private final Context context = Vertx.currentContext();
    private final Promise<RequestBody> whole = Promise.promise();

    private Buffer bytes = Buffer.buffer();
    private Runnable next;
    private Room sought;
    private long place;
    private volatile Room held;
    private volatile boolean waiting;
    private volatile boolean receiving;
    private volatile long since;
    private volatile long moved;
    private volatile long came;

    BodyReading(HttpServerRequest request, int limit, Rooms rooms) {
        this.request = request;
        this.limit = limit;
        this.rooms = rooms;
        this.coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    }

    Future<RequestBody> start() {
        long length = length();
        if (length > limit) {
            return Future.failedFuture(BodyRefused.tooLarge(limit));
        }
        String expectation = request.getHeader(HttpHeaders.EXPECT);
        if (expectation != null && !expectation.equalsIgnoreCase("100-continue")) {
            return Future.failedFuture(BodyRefused.unknownExpectation());
        }
        request.pause();
        request.exceptionHandler(gone -> fail(BodyRefused.cutOff()))
                .endHandler(end -> received())
                .handler(this::take);
        receive(length < 0 ? Rooms.SMALL : length, () -> begin(expectation != null));
        return whole.future();
    }

    /** Negative where it is not told. A body that is decoded may be of any length. */
    private long length() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    /** There is room now. */
    void admitted() {
        context.runOnContext(now -> proceed());
    }

    /** Keeps what room it has until there is more. */
    private void seek(Room room, long most, Runnable then) {
        if (room == held) {
            then.run();
            return;
        }
        sought = room;
        place = most;
        next = then;
        since = System.nanoTime();
        receiving = false;
        waiting = true;
        if (room.enter(this, most)) {
            proceed();
        }
    }

    private void proceed() {
        leave(held);
        held = sought;
        sought = null;
        waiting = false;
        if (whole.future().isComplete()) {
            leave(held);
        } else {
            since = moved = System.nanoTime();
            next.run();
        }
    }

    private void begin(boolean expected) {
        if (expected && request.version() != HttpVersion.HTTP_1_0) {
            request.response().writeContinue();
        }
        resume();
    }

    private void resume() {
        receiving = true;
        request.resume();
    }

    private void take(Buffer chunk) {
        if (whole.future().isComplete()) {
            return;
        }
        moved = System.nanoTime();
        bytes.appendBuffer(chunk);
        came = bytes.length();
        if (bytes.length() > limit) {
            fail(BodyRefused.tooLarge(limit));
        } else if (bytes.length() > place) {
            request.pause();
            receive(rooms.above(place), this::resume);
        }
    }

    private void received() {
        if (whole.future().isComplete()) {
            return;
        }
        receiving = false;
        boolean plain = ContentCoding.isIdentity(coding);
        long most = plain ? place : limit;
        Runnable then = plain ? () -> complete(bytes.getBytes()) : this::decode;
        seek(rooms.answering(most), most, then);
    }

    private void receive(long most, Runnable then) {
        long place = Math.min(most, limit);
        seek(rooms.receiving(place), place, then);
    }

    private void decode() {
        byte[] encoded = bytes.getBytes();
        context.owner()
                .executeBlocking(() -> ContentCoding.decoded(encoded, coding, limit), false)
                .onSuccess(this::complete)
                .onFailure(this::fail);
    }

    private void complete(byte[] content) {
        bytes = null;
        if (!whole.tryComplete(new RequestBody(content, this::leave))) {
            leave();
        }
    }

    private void fail(Throwable cause) {
        bytes = Buffer.buffer();
        if (whole.tryFail(cause)) {
            leave();
        }
    }

    private void leave() {
        leave(sought);
        leave(held);
    }

    private void leave(Room room) {
        if (room != null) {
            room.leave(this);
        }
    }

    /**
     * Ends what keeps others waiting.
     *
     * @param longest for a body to come; half as long it waits for room
     */
    void look(long now, Duration longest) {
        Room room = held;
        boolean asked = room != null && room.isAskedFor();
        long patience = asked ? QUIET : longest.toNanos();
        if (waiting && now - since > (asked ? 2 * QUIET : longest.toNanos() / 2)) {
            end(BodyRefused.noRoom());
        } else if (receiving && (now - moved > patience || late(now, asked ? 4 * QUIET : patience))) {
            end(BodyRefused.tooSlow());
        }
    }

    /** Whether it has taken longer than that, beyond the time that its bytes need at the least speed. */
    private boolean late(long now, long longest) {
        return now - since - came * 1_000_000_000L / RATE > longest;
    }

    private void end(BodyRefused refusal) {
        context.runOnContext(ending -> fail(refusal));
    }
}
