package io.tenantry.graph.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds its way in the text of a stored document: compact JSON in UTF-8 that the server itself wrote. */
final class DocumentText {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;

    private DocumentText() {}

    /** The index behind a value: that of the comma or bracket that follows. */
    static int behindValue(byte[] utf8, int from) {
        if (utf8[from] == '"') {
            return behindText(utf8, from);
        }
        int depth = 0;
        int at = from;
        while (true) {
            switch (utf8[at]) {
                case '"' -> at = behindText(utf8, at) - 1;
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {
                    // a part of a number or literal, or a sign between members
                }
            }
            at++;
            boolean ends = utf8[at] == ',' || utf8[at] == '}' || utf8[at] == ']';
            if (depth == 0 && ends) {
                return at;
            }
        }
    }

    static int behindText(byte[] utf8, int quote) {
        int at = quote + 1;
        while (true) {
            at = firstSpecial(utf8, at);
            if (utf8[at] == '"') {
                return at + 1;
            }
            at += 2;
        }
    }

    /** The first quote or backslash, looked for in eight bytes at once: texts are most of a document. */
    private static int firstSpecial(byte[] utf8, int from) {
        int at = from;
        for (; at + Long.BYTES <= utf8.length; at += Long.BYTES) {
            long bytes = (long) EIGHT.get(utf8, at);
            long found = zeroBytes(bytes ^ QUOTES) | zeroBytes(bytes ^ BACKSLASHES);
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (utf8[at] != '"' && utf8[at] != '\\') {
            at++;
        }
        return at;
    }

    /** The high bit of the first byte that is zero, perhaps of others behind it, of none where no byte is. */
    private static long zeroBytes(long bytes) {
        return (bytes - ONES) & ~bytes & HIGHS;
    }
}
