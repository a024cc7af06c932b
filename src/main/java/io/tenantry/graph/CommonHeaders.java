package io.tenantry.graph;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Headers that every answer of Graph carries (odata-protocol.md §2.1). */
final class CommonHeaders {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("request-id");
    private static final CharSequence CLIENT_REQUEST_ID = HttpHeaders.createOptimized("client-request-id");
    private static final CharSequence AGS_DIAGNOSTIC = HttpHeaders.createOptimized("x-ms-ags-diagnostic");
    private static final CharSequence DIAGNOSTIC = HttpHeaders.createOptimized(
            "{\"ServerInfo\":{\"DataCenter\":\"Tenantry\",\"Slice\":\"E\",\"Ring\":\"5\",\"ScaleUnit\":\"001\",\"RoleInstance\":\"TENANTRY000001\"}}");
    private static final CharSequence RESOURCE_UNIT = HttpHeaders.createOptimized("x-ms-resource-unit");
    private static final CharSequence ONE = HttpHeaders.createOptimized("1");
    private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");
    static final CharSequence TRANSPORT_SECURITY = HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence ONE_YEAR = HttpHeaders.createOptimized("max-age=31536000");
    private static final CharSequence EVERY_ORIGIN = HttpHeaders.createOptimized("*");
    /** For scripts in browsers, which may call Graph from anywhere (odata-protocol.md §1). */
    private static final CharSequence EXPOSED = HttpHeaders.createOptimized(
            "ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, Retry-After,"
                    + " SdkVersion, WWW-Authenticate, x-ms-client-gcc-tenant, X-PageCount, X-TotalCount");

    /** The date of a second: written once for all answers of that second. */
    private record Dated(long second, String text) {}

    private static volatile Dated latest = new Dated(0, DATE.format(Instant.EPOCH));

    private CommonHeaders() {}

    /** To headers that have none of these yet, or say themselves what a request costs. */
    static void add(MultiMap headers, Instant now, String requestId, String clientRequestId) {
        headers.add(HttpHeaders.DATE, date(now))
                .add(REQUEST_ID, requestId)
                .add(CLIENT_REQUEST_ID, clientRequestId)
                .add(AGS_DIAGNOSTIC, DIAGNOSTIC)
                .add(HttpHeaders.CACHE_CONTROL, NO_CACHE)
                .add(TRANSPORT_SECURITY, ONE_YEAR)
                .add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .add(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, EVERY_ORIGIN)
                .add(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        if (!headers.contains(RESOURCE_UNIT)) {
            headers.add(RESOURCE_UNIT, ONE);
        }
    }

    private static String date(Instant now) {
        Dated dated = latest;
        if (dated.second != now.getEpochSecond()) {
            latest = dated = new Dated(now.getEpochSecond(), DATE.format(now));
        }
        return dated.text;
    }
}
