package io.tenantry.http.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Room for bodies, all connections together. Where it is full newcomers wait, and the last to come is let in first: who has waited long is
 * the likeliest never to send the rest.
 */
final class Room {
    private record Waiting(BodyReading body, long place) {}

    private final long size;
    private final Map<BodyReading, Long> places = new IdentityHashMap<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long taken;

    Room(long size) {
        this.size = size;
    }

    /** Whether there is a place at once; if not, {@link BodyReading#admitted} is called when there is one. */
    synchronized boolean enter(BodyReading body, long place) {
        boolean fits = fits(place);
        if (fits) {
            take(body, place);
        } else {
            waiting.push(new Waiting(body, place));
        }
        return fits;
    }

    /** Gives up a place, or the wait for one. */
    synchronized void leave(BodyReading body) {
        Long place = places.remove(body);
        if (place == null) {
            waiting.removeIf(each -> each.body == body);
            return;
        }
        taken -= place;
        while (!waiting.isEmpty() && fits(waiting.peek().place)) {
            Waiting next = waiting.pop();
            take(next.body, next.place);
            next.body.admitted();
        }
    }

    synchronized boolean isAskedFor() {
        return !waiting.isEmpty();
    }

    /** What is larger than the room finds it empty, or waits until it is. */
    private boolean fits(long place) {
        return taken == 0 || taken + place <= size;
    }

    private void take(BodyReading body, long place) {
        taken += place;
        places.put(body, place);
    }
}
