package io.tenantry.graph.write;

import java.util.Locale;

/** How much control information an answer carries (odata-protocol.md §2.2). */
public enum MetadataLevel {
    NONE,
    MINIMAL,
    FULL;

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
}
