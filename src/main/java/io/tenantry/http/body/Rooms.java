package io.tenantry.http.body;

import io.tenantry.http.HttpConfig;

/** Bodies have room by their size, so that large ones, and those of unknown length that grew large, leave smaller ones theirs. */
final class Rooms {
    static final int SMALL = 64 * 1024;
    private static final int MEDIUM = 512 * 1024;
    private static final int LARGE = 4 * 1024 * 1024;
    /** Large bodies become many times as much when they are read as JSON. */
    private static final int READ_AS_JSON = 4;

    private final Room small;
    private final Room medium;
    private final Room large;
    private final Room largeAnswered;
    private final Room largest;

    Rooms(HttpConfig config) {
        small = new Room(config.smallBodies().asLongValue());
        medium = new Room(config.largeBodies().asLongValue());
        large = new Room(config.largeBodies().asLongValue());
        largeAnswered = new Room(config.largeBodies().asLongValue() / READ_AS_JSON);
        largest = new Room(config.scenario().asLongValue());
    }

    /** Where a body is received. */
    Room receiving(long bytes) {
        return bytes <= SMALL ? small : bytes <= MEDIUM ? medium : bytes <= LARGE ? large : largest;
    }

    /** Where it stays until its request has been answered. */
    Room answering(long bytes) {
        Room receiving = receiving(bytes);
        return receiving == large ? largeAnswered : receiving;
    }

    /** The next place for a body that outgrew its own. */
    long above(long place) {
        return place < LARGE ? LARGE : Long.MAX_VALUE;
    }
}
