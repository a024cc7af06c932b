package io.tenantry.provisioning.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Values by their keys, of which only where they stand is held in memory: 16 bytes each, in a table that is at most three quarters full.
 * The value that was put last under a key holds.
 */
final class Notes implements AutoCloseable {
    private static final int FIRST = 1 << 8;
    private static final long FNV_PRIME = 0x100000001b3L;
    /** The hash of no text. */
    private static final long EMPTY = 0xcbf29ce484222325L;
    /** What tables may take of the memory that there is at most. */
    private static final int SHARE = 4;

    private final Records records;
    /** By twos, side by side in memory: the hash of a key, and its place + 1, 0 for none. */
    private long[] slots = new long[2 * FIRST];

    private int size;

    /** @param inMemory how much is held in memory before it goes to a file */
    Notes(int inMemory) {
        records = new Records(inMemory);
    }

    /**
     * A value under its key, ready to be put, which any thread may have made.
     *
     * @param record the length of the key in UTF-8, the key, and the value
     */
    record Note(long hash, byte[] record) {
        static Note of(String key, byte[] value) {
            byte[] name = key.getBytes(StandardCharsets.UTF_8);
            ByteBuffer record = ByteBuffer.allocate(Integer.BYTES + name.length + value.length);
            record.putInt(name.length).put(name).put(value);
            return new Note(Notes.hash(key), record.array());
        }

        static Note of(String key, String value) {
            return of(key, value.getBytes(StandardCharsets.UTF_8));
        }

        /** Whether what is kept has the same key. */
        private boolean isKeyOf(byte[] kept) {
            int end = Integer.BYTES + ByteBuffer.wrap(record).getInt();
            return kept.length >= end && Arrays.equals(record, 0, end, kept, 0, end);
        }
    }

    void put(String key, String value) {
        put(Note.of(key, value));
    }

    void put(String key, byte[] value) {
        put(Note.of(key, value));
    }

    void put(Note note) {
        long place = records.add(note.record) + 1;
        int slot = slot(note);
        if (slots[slot + 1] == 0) {
            size++;
        }
        slots[slot] = note.hash;
        slots[slot + 1] = place;
        if (2L * size > slots.length / 4 * 3) {
            grow();
        }
    }

    Optional<byte[]> get(String key) {
        if (size == 0) {
            return Optional.empty();
        }
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        long hash = hash(key);
        for (int slot = first(hash, slots.length); slots[slot + 1] != 0; slot = next(slot, slots.length)) {
            if (slots[slot] == hash) {
                byte[] record = records.at(slots[slot + 1] - 1);
                if (isOf(record, name)) {
                    return Optional.of(Arrays.copyOfRange(record, Integer.BYTES + name.length, record.length));
                }
            }
        }
        return Optional.empty();
    }

    Optional<String> text(String key) {
        return get(key).map(value -> new String(value, StandardCharsets.UTF_8));
    }

    /** The slot of a note's key, or the free one where it would stand. */
    private int slot(Note note) {
        int slot = first(note.hash, slots.length);
        while (slots[slot + 1] != 0 && !(slots[slot] == note.hash && note.isKeyOf(records.at(slots[slot + 1] - 1)))) {
            slot = next(slot, slots.length);
        }
        return slot;
    }

    private static int first(long hash, int length) {
        return 2 * (int) hash & length - 1;
    }

    private static int next(int slot, int length) {
        return slot + 2 & length - 1;
    }

    private static boolean isOf(byte[] record, byte[] name) {
        int length = ByteBuffer.wrap(record).getInt();
        return Arrays.equals(record, Integer.BYTES, Integer.BYTES + length, name, 0, name.length);
    }

    private void grow() {
        long wanted = 2L * slots.length * Long.BYTES;
        if (wanted > Runtime.getRuntime().maxMemory() / SHARE) {
            throw new PlanTooLarge(size);
        }
        long[] former = slots;
        slots = new long[2 * former.length];
        for (int i = 0; i < former.length; i += 2) {
            if (former[i + 1] != 0) {
                int slot = first(former[i], slots.length);
                while (slots[slot + 1] != 0) {
                    slot = next(slot, slots.length);
                }
                slots[slot] = former[i];
                slots[slot + 1] = former[i + 1];
            }
        }
    }

    /** FNV-1a of the characters, its upper bits mixed into the lower ones. */
    static long hash(String text) {
        long hash = EMPTY;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash ^ hash >>> 29;
    }

    @Override
    public void close() {
        records.close();
    }
}
