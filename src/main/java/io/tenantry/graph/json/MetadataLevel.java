package io.tenantry.graph.json;

import io.tenantry.error.GraphError;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** How much control information an answer carries, as its media type says (odata-protocol.md §2.2). */
public enum MetadataLevel {
    NONE,
    MINIMAL,
    FULL;

    private static final Set<String> JSON = Set.of("application/json", "application/*", "*/*", "*");

    private final String contentType = "application/json;odata.metadata=" + name().toLowerCase(Locale.ROOT)
            + ";odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    /** From the {@code Accept} header, or {@code $format} in its place; minimal without one. */
    public static MetadataLevel of(String accept) {
        String text = accept == null ? "" : accept.toLowerCase(Locale.ROOT).replace(" ", "");
        if (text.contains("odata.metadata=none")) {
            return NONE;
        }
        return text.contains("odata.metadata=full") ? FULL : MINIMAL;
    }

    public String contentType() {
        return contentType;
    }

    /**
     * Throws 406 where JSON is not accepted.
     *
     * @param accept null without the header
     */
    public static void requireJson(String accept) {
        boolean accepted = accept == null
                || accept.isBlank()
                || Arrays.stream(accept.toLowerCase(Locale.ROOT).split(",")).anyMatch(MetadataLevel::takesJson);
        if (!accepted) {
            throw GraphError.of(406, "NotAcceptable", "The service answers 'application/json' only.");
        }
    }

    private static boolean takesJson(String range) {
        String[] parts = range.replace(" ", "").split(";");
        return JSON.contains(parts[0]) && Arrays.stream(parts).noneMatch(part -> part.matches("q=0(\\.0*)?"));
    }
}
