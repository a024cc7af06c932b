package io.tenantry.graph;

import io.tenantry.resource.GraphError;
import java.util.Locale;

/** The URL of a batched request: relative to the version, with or without a slash, or absolute; blanks may be unencoded. */
final class BatchUrl {
    private BatchUrl() {}

    static String relative(String url, String version) {
        String path = url.replace(" ", "%20");
        int scheme = path.indexOf("://");
        if (scheme > 0) {
            int slash = path.indexOf('/', scheme + 3);
            path = slash < 0 ? "/" : path.substring(slash);
        }
        path = path.startsWith("/") ? path : "/" + path;
        if (path.startsWith("/" + version + "/")) {
            path = path.substring(version.length() + 1);
        }
        String lower = path.toLowerCase(Locale.ROOT);
        if (lower.startsWith("/$batch") || lower.startsWith("/$metadata")) {
            throw GraphError.malformed("Invalid batch payload format.");
        }
        return path;
    }
}
