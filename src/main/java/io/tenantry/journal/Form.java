package io.tenantry.journal;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Fields of forms and queries, the first of each name, names in lower case. What cannot be read has none. */
final class Form {
    private static final int MOST = 256;

    private Form() {}

    static Map<String, String> fields(byte[] body) {
        return body.length == 0 || body[0] == '{' || body[0] == '['
                ? Map.of()
                : fields(new String(body, StandardCharsets.UTF_8));
    }

    /** @param text null for none */
    static Map<String, String> fields(String text) {
        if (text == null || text.indexOf('=') < 0) {
            return Map.of();
        }
        try {
            Map<String, String> fields = new LinkedHashMap<>();
            new QueryStringDecoder(text, StandardCharsets.UTF_8, false, MOST, true)
                    .parameters()
                    .forEach((name, values) -> fields.putIfAbsent(name.toLowerCase(Locale.ROOT), values.get(0)));
            return fields;
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }

    /** The user of {@code Basic} authorization, as RFC 6749 §2.3.1 encodes it; null for none. */
    static String basicUser(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            byte[] pair = Base64.getDecoder().decode(authorization.substring(6).strip());
            String text = new String(pair, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 ? null : URLDecoder.decode(text.substring(0, colon), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
