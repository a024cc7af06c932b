package io.tenantry.journal;

import io.tenantry.error.Excerpt;

/** A text that is no HTTP Archive. */
public final class UnreadableHar extends RuntimeException {
    private final String place;

    UnreadableHar(String place, String message) {
        super(Excerpt.of(message), null, false, false);
        this.place = place;
    }

    public String place() {
        return place;
    }
}
