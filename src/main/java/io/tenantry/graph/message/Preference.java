package io.tenantry.graph.message;

import java.util.Arrays;
import java.util.Locale;

/** What a client may ask for in {@code Prefer}; an answer that honours it says so in {@code Preference-Applied}. */
public enum Preference {
    RETURN_MINIMAL,
    RETURN_REPRESENTATION,
    CREATE_IF_MISSING;

    /** As it stands in the header: {@code return=minimal}. */
    String text() {
        String words = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return words.startsWith("return-") ? words.replaceFirst("-", "=") : words;
    }

    /** @param header value of {@code Prefer}, null without it */
    boolean isIn(String header) {
        return header != null
                && Arrays.stream(header.toLowerCase(Locale.ROOT).split("[,;]"))
                        .anyMatch(preference ->
                                preference.replace(" ", "").replace("\"", "").equals(text()));
    }

    public GraphResponse appliedTo(GraphResponse response) {
        String before = response.headers().get("Preference-Applied");
        return response.with("Preference-Applied", before == null ? text() : before + ", " + text());
    }
}
