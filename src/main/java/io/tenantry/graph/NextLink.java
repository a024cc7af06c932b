package io.tenantry.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The address of the next page: that of this one, with its token in place of the former one (odata-protocol.md §7). */
final class NextLink {
    private NextLink() {}

    static String of(GraphRequest request, String token) {
        String kept = request.query() == null
                ? ""
                : Arrays.stream(request.query().split("&"))
                        .filter(pair -> !pair.isEmpty())
                        .filter(pair -> !isSkipToken(pair))
                        .collect(Collectors.joining("&"));
        return request.baseUrl() + "/" + request.version() + request.path() + "?" + kept + (kept.isEmpty() ? "" : "&")
                + "$skiptoken=" + token;
    }

    private static boolean isSkipToken(String pair) {
        String name = pair.replaceFirst("=.*", "").replaceFirst("(?i)^(%24|\\$)", "");
        return name.toLowerCase(Locale.ROOT).equals("skiptoken");
    }
}
