package io.tenantry.journal;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Headers without the secrets in them; of an authorization its scheme stays. */
final class MaskedHeaders {
    private static final Set<String> URLS = Set.of("location", "referer", "content-location", "link");

    private MaskedHeaders() {}

    static List<Map.Entry<String, String>> of(MultiMap headers) {
        List<Map.Entry<String, String>> shown = new ArrayList<>();
        headers.forEach((name, value) -> shown.add(Map.entry(name, value(name, value))));
        return shown;
    }

    private static String value(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("authorization")) {
            return scheme(value) + Secrets.MASK;
        }
        if (Secrets.isHeader(name)) {
            return Secrets.MASK;
        }
        return URLS.contains(lower) ? MaskedUrl.url(value) : value;
    }

    private static String scheme(String authorization) {
        for (String scheme : List.of("Bearer ", "Basic ")) {
            if (authorization.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return scheme;
            }
        }
        return "";
    }
}
