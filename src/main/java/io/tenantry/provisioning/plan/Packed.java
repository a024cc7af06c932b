package io.tenantry.provisioning.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts and numbers one behind the other, written and read in the same order. */
final class Packed {
    private static final int FIRST = 1 << 10;
    private static final int NULL = -1;

    private byte[] bytes = new byte[FIRST];
    private int end;

    Packed put(String text) {
        if (text == null) {
            return put(NULL);
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        put(utf8.length);
        require(utf8.length);
        System.arraycopy(utf8, 0, bytes, end, utf8.length);
        end += utf8.length;
        return this;
    }

    Packed put(int number) {
        require(Integer.BYTES);
        ByteBuffer.wrap(bytes).putInt(end, number);
        end += Integer.BYTES;
        return this;
    }

    Packed put(long number) {
        return put((int) (number >>> Integer.SIZE)).put((int) number);
    }

    private void require(int more) {
        if (end + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + more));
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, end);
    }

    /** What was packed, from its beginning. */
    static final class Reader {
        private final ByteBuffer packed;

        Reader(byte[] packed) {
            this.packed = ByteBuffer.wrap(packed);
        }

        int number() {
            return packed.getInt();
        }

        long large() {
            return packed.getLong();
        }

        String text() {
            int length = packed.getInt();
            if (length == NULL) {
                return null;
            }
            String text = new String(packed.array(), packed.position(), length, StandardCharsets.UTF_8);
            packed.position(packed.position() + length);
            return text;
        }
    }
}
