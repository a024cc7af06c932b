package io.tenantry.store.failure;

/**
 * A text that is none: it holds the character NUL, which PostgreSQL cannot keep, or half of a surrogate pair, which UTF-8 cannot write.
 * No value has it, so nothing is found by it or kept with it on either database.
 */
public final class UnstorableText extends StoreException {
    public UnstorableText() {
        super("a text holds the character NUL or half of a surrogate pair", null);
    }

    /** Whether both databases give a text back as it was. */
    public static boolean isStorable(String text) {
        if (text.indexOf('\0') >= 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return isPaired(text, i);
            }
        }
        return true;
    }

    private static boolean isPaired(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c) && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return false;
            }
        }
        return true;
    }
}
