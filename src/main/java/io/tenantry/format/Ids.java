package io.tenantry.format;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Identifiers. */
public final class Ids {
    private static final int GUID_LENGTH = 36;

    private Ids() {}

    public static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                        random.nextLong() & ~0xf000L | 0x4000L,
                        random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L)
                .toString();
    }

    /** The same GUID for the same name, here and on every other server. */
    public static String derived(String name) {
        UUID hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new UUID(
                        hash.getMostSignificantBits() & ~0xf000L | 0x4000L,
                        hash.getLeastSignificantBits() & 0x3fffffffffffffffL | 0x8000000000000000L)
                .toString();
    }

    /** A GUID whose text sorts by the number: log entries of the same instant keep their order. */
    public static String ordered(long number) {
        return new UUID(
                        (number << 4) & ~0xffffL | 0x7000L | (number & 0xfffL),
                        ThreadLocalRandom.current().nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L)
                .toString();
    }

    public static boolean isGuid(String text) {
        for (int i = 0; i < text.length() && i < GUID_LENGTH; i++) {
            char c = text.charAt(i);
            if (isDash(i) ? c != '-' : !HexFormat.isHexDigit(c)) {
                return false;
            }
        }
        return text.length() == GUID_LENGTH;
    }

    private static boolean isDash(int index) {
        return index == 8 || index == 13 || index == 18 || index == 23;
    }

    /** A GUID as keys hold it: lower case; other keys stay as they are. */
    public static String canonical(String key) {
        return isGuid(key) ? key.toLowerCase(Locale.ROOT) : key;
    }
}
