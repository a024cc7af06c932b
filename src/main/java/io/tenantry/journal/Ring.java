package io.tenantry.journal;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The last exchanges, bounded by their number and by what they take. Nobody waits: each writer has a place of its own, and whoever takes an
 * exchange out of its place counts it off. Where writers overtake each other some exchange goes before its time.
 */
final class Ring {
    private final AtomicReferenceArray<Exchange> places;
    private final long mostBytes;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong oldest = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    Ring(int entries, long mostBytes) {
        this.places = new AtomicReferenceArray<>(entries);
        this.mostBytes = mostBytes;
    }

    /** The number of an exchange that is about to be added. */
    long number() {
        return next.getAndIncrement();
    }

    void add(Exchange exchange) {
        put(exchange.number(), exchange);
        while (bytes.get() > mostBytes && oldest.get() < next.get()) {
            long first = next.get() - places.length();
            put(oldest.getAndUpdate(each -> Math.max(each, first) + 1), null);
        }
    }

    private void put(long number, Exchange exchange) {
        Exchange before = places.getAndSet((int) (number % places.length()), exchange);
        bytes.addAndGet((exchange == null ? 0 : exchange.size()) - (before == null ? 0 : before.size()));
    }

    /** Another one after each exchange, and after all were taken away. */
    long mark() {
        return next.get() + (oldest.get() << Integer.SIZE);
    }

    void clear() {
        oldest.set(next.get());
        for (int i = 0; i < places.length(); i++) {
            put(i, null);
        }
    }

    /** Null for one that is not there, or no longer. */
    Exchange get(long number) {
        Exchange found = number < 0 ? null : places.get((int) (number % places.length()));
        return found != null && found.number() == number ? found : null;
    }

    /** Newest first, beginning behind that number. */
    Stream<Exchange> before(long number) {
        long end = Math.min(number, next.get());
        long begin = Math.max(0, next.get() - places.length());
        return LongStream.iterate(end - 1, each -> each >= begin, each -> each - 1)
                .mapToObj(this::get)
                .filter(Objects::nonNull);
    }
}
