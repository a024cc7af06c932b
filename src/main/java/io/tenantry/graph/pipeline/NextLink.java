package io.tenantry.graph.pipeline;

import io.tenantry.graph.message.GraphRequest;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The address of the next page: that of this one, with its token in place of the former one (odata-protocol.md §7). */
final class NextLink {
    private static final Pattern SKIP_TOKEN = Pattern.compile("(?:%24|\\$)?skiptoken(?:=|$)", Pattern.CASE_INSENSITIVE);

    private NextLink() {}

    static String of(GraphRequest request, String token) {
        String kept = request.address().query() == null
                ? ""
                : Arrays.stream(request.address().query().split("&"))
                        .filter(pair -> !pair.isEmpty())
                        .filter(pair -> !isSkipToken(pair))
                        .collect(Collectors.joining("&"));
        return request.baseUrl() + "/" + request.version() + request.path() + "?" + kept + (kept.isEmpty() ? "" : "&")
                + "$skiptoken=" + token;
    }

    private static boolean isSkipToken(String pair) {
        return SKIP_TOKEN.matcher(pair).lookingAt();
    }
}
