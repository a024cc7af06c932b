package io.tenantry.graph;

import io.tenantry.resource.GraphError;
import java.util.Locale;

/** The URL of a batched request: relative to the version, with or without a slash, or absolute; blanks may be unencoded. */
final class BatchUrl {
    private BatchUrl() {}

    /** Behind the version. Throws 400 for what is no request within a batch. */
    static String relative(String url, String version) {
        String path = url.replace(" ", "%20");
        int scheme = path.indexOf("://");
        boolean absolute = scheme > 0;
        if (absolute) {
            int slash = path.indexOf('/', scheme + 3);
            path = slash < 0 ? "/" : path.substring(slash);
        }
        path = path.startsWith("/") ? path : "/" + path;
        if (path.startsWith("/" + version + "/")) {
            path = path.substring(version.length() + 1);
        } else if (absolute) {
            path = path.replaceFirst("^/(v1\\.0|beta)(?=/)", ""); // the version of the batch rules its parts
        }
        String lower = path.toLowerCase(Locale.ROOT).replace("%24", "$");
        if (lower.startsWith("/$batch") || lower.startsWith("/$metadata")) {
            throw GraphError.malformed("Invalid batch payload format.");
        }
        return path;
    }
}
