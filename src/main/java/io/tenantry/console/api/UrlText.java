package io.tenantry.console.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as a part of a URL. */
public final class UrlText {
    private UrlText() {}

    /** Of a path or of a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A string of OData, with its quotes. */
    public static String quoted(String text) {
        return encoded("'" + text.replace("'", "''") + "'");
    }
}
