package io.tenantry.provisioning.plan;

/** Says of most keys that are held by nobody that they are; of any other it cannot tell. It takes the same memory, however many are held. */
final class KeyFilter {
    private static final int BITS = 1 << 25;

    private final long[] bits = new long[BITS >> 6];

    void add(String kind, String key) {
        long hash = hash(kind, key);
        set((int) hash & BITS - 1);
        set((int) (hash >>> 32) & BITS - 1);
    }

    boolean mayHold(String kind, String key) {
        long hash = hash(kind, key);
        return holds((int) hash & BITS - 1) && holds((int) (hash >>> 32) & BITS - 1);
    }

    private static long hash(String kind, String key) {
        return Notes.hash(Notes.hash(Notes.EMPTY, kind), key);
    }

    private void set(int bit) {
        bits[bit >> 6] |= 1L << bit;
    }

    private boolean holds(int bit) {
        return (bits[bit >> 6] & 1L << bit) != 0;
    }
}
