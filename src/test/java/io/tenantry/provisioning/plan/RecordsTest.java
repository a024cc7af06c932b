package io.tenantry.provisioning.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept comes back as it was, from memory and from the file. */
class RecordsTest {
    private static byte[] record(int length, int fill) {
        byte[] record = new byte[length];
        Arrays.fill(record, (byte) fill);
        return record;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 4096, 5000, 100_000, 1 << 20})
    void recordsOfEveryLengthComeBackInAnyOrder(int inMemory) {
        int[] lengths = {0, 1, 500, 2043, 2044, 2045, 4091, 4092, 4093, 9000, 3, 0, 40_000, 7};
        try (Records records = new Records(inMemory)) {
            List<Long> places = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < lengths.length; i++) {
                    places.add(records.add(record(lengths[i], round * 20 + i)));
                    int last = places.size() - 1;
                    assertArrayEquals(record(lengths[i], round * 20 + i), records.at(places.get(last)));
                }
            }
            for (int i = places.size() - 1; i >= 0; i--) {
                int number = i % lengths.length;
                byte[] wanted = record(lengths[number], i / lengths.length * 20 + number);
                assertArrayEquals(wanted, records.at(places.get(i)), "record " + i);
            }
        }
    }

    @Test
    void aPlaceStandsBehindTheRecordBefore() {
        try (Records records = new Records(8)) {
            assertEquals(0, records.add(record(3, 1)));
            assertEquals(7, records.add(record(5000, 2)));
            assertEquals(7 + 5004, records.add(record(0, 3)));
        }
    }
}
