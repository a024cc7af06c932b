package io.tenantry.provisioning.plan;

import java.util.Arrays;

/** Says of most keys that are held by nobody that they are; of any other it cannot tell. It takes the same memory, however many are held. */
final class KeyFilter {
    private static final int BITS = 1 << 25;

    private final long[] bits = new long[BITS >> 6];

    /** A filter that cannot tell of any key. */
    static KeyFilter full() {
        KeyFilter filter = new KeyFilter();
        Arrays.fill(filter.bits, -1);
        return filter;
    }

    /** @param hash of the key, as {@link Notes} have it */
    void add(long hash) {
        set((int) hash & BITS - 1);
        set((int) (hash >>> 32) & BITS - 1);
    }

    boolean mayHold(long hash) {
        return holds((int) hash & BITS - 1) && holds((int) (hash >>> 32) & BITS - 1);
    }

    private void set(int bit) {
        bits[bit >> 6] |= 1L << bit;
    }

    private boolean holds(int bit) {
        return (bits[bit >> 6] & 1L << bit) != 0;
    }
}
