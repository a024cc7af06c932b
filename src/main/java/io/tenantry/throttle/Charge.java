package io.tenantry.throttle;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a request took of its quotas. */
public record Charge(int units, double used) {
    private static final double TOLD_FROM = 0.8;
    private static final double MOST = 1.8;

    /** Headers that tell of it (odata-protocol.md §2.1). */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-ms-resource-unit", Integer.toString(units));
        if (used >= TOLD_FROM) {
            headers.put("x-ms-throttle-limit-percentage", String.format(Locale.ROOT, "%.2f", Math.min(used, MOST)));
        }
        return headers;
    }
}
