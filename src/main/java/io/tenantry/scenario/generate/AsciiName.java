package io.tenantry.scenario.generate;

import java.text.Normalizer;
import java.util.Locale;

/** Names as mail addresses spell them. */
final class AsciiName {
    private AsciiName() {}

    /** {@code Björklund} → {@code bjorklund}, {@code O'Brien} → {@code obrien}, {@code Van Dijk} → {@code vandijk}. */
    static String of(String name) {
        String plain = name.replace("ß", "ss")
                .replace("ł", "l")
                .replace("Ł", "L")
                .replace("ı", "i")
                .replace("ø", "o")
                .replace("æ", "ae");
        return Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9]", "")
                .toLowerCase(Locale.ROOT);
    }
}
