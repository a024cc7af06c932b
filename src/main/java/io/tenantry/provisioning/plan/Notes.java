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
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    /** What tables may take of the memory that there is at most. */
    private static final int SHARE = 4;

    private final Records records = new Records();
    private long[] hashes = new long[FIRST];
    /** Place + 1, 0 for none. */
    private long[] places = new long[FIRST];

    private int size;

    void put(String key, String value) {
        put(key, value.getBytes(StandardCharsets.UTF_8));
    }

    void put(String key, byte[] value) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        ByteBuffer record = ByteBuffer.allocate(Integer.BYTES + name.length + value.length);
        record.putInt(name.length).put(name).put(value);
        long place = records.add(record.array()) + 1;
        int slot = slot(hash(key), name);
        if (places[slot] == 0) {
            size++;
        }
        hashes[slot] = hash(key);
        places[slot] = place;
        if (size > hashes.length / 4 * 3) {
            grow();
        }
    }

    Optional<byte[]> get(String key) {
        if (size == 0) {
            return Optional.empty();
        }
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        long place = places[slot(hash(key), name)];
        return place == 0
                ? Optional.empty()
                : Optional.of(records.at(place - 1))
                        .map(record -> Arrays.copyOfRange(record, Integer.BYTES + name.length, record.length));
    }

    Optional<String> text(String key) {
        return get(key).map(value -> new String(value, StandardCharsets.UTF_8));
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The slot of a key, or the free one where it would stand. */
    private int slot(long hash, byte[] name) {
        int slot = (int) hash & hashes.length - 1;
        while (places[slot] != 0 && !(hashes[slot] == hash && isOf(places[slot] - 1, name))) {
            slot = slot + 1 & hashes.length - 1;
        }
        return slot;
    }

    private boolean isOf(long place, byte[] name) {
        byte[] record = records.at(place);
        int length = ByteBuffer.wrap(record).getInt();
        return Arrays.equals(record, Integer.BYTES, Integer.BYTES + length, name, 0, name.length);
    }

    private void grow() {
        long wanted = 2L * hashes.length * 2 * Long.BYTES;
        if (wanted > Runtime.getRuntime().maxMemory() / SHARE) {
            throw new PlanTooLarge(size);
        }
        long[] formerHashes = hashes;
        long[] formerPlaces = places;
        hashes = new long[2 * formerHashes.length];
        places = new long[2 * formerPlaces.length];
        for (int i = 0; i < formerHashes.length; i++) {
            if (formerPlaces[i] != 0) {
                int slot = (int) formerHashes[i] & hashes.length - 1;
                while (places[slot] != 0) {
                    slot = slot + 1 & hashes.length - 1;
                }
                hashes[slot] = formerHashes[i];
                places[slot] = formerPlaces[i];
            }
        }
    }

    private static long hash(String key) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * FNV_PRIME;
        }
        return hash ^ hash >>> 29;
    }

    @Override
    public void close() {
        records.close();
    }
}
