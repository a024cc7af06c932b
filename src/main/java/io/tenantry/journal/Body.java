package io.tenantry.journal;

import java.util.Arrays;

/**
 * A body, or its beginning.
 *
 * @param size of the whole, in bytes, as far as it is known
 */
record Body(byte[] bytes, long size) {
    static final Body NONE = new Body(new byte[0], 0);

    static Body of(byte[] whole, int most) {
        if (whole.length == 0) {
            return NONE;
        }
        return new Body(whole.length <= most ? whole : Arrays.copyOf(whole, most), whole.length);
    }

    boolean isCut() {
        return size > bytes.length;
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }
}
