package io.tenantry.journal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Queries, forms and URLs, percent-encoded as they came, without the secrets in them. */
final class MaskedUrl {
    private static final Pattern NAME = Pattern.compile("[\\w.$~!:-]{1,64}");

    private MaskedUrl() {}

    /** A whole URL, or the part behind its host; what its fragment holds is a query too. */
    static String url(String url) {
        int begin = url.indexOf('?');
        int fragment = url.indexOf('#');
        if (fragment >= 0 && (begin < 0 || fragment < begin)) {
            return url.substring(0, fragment + 1) + fields(url.substring(fragment + 1));
        }
        if (begin < 0) {
            return url;
        }
        String query = url.substring(begin + 1, fragment < 0 ? url.length() : fragment);
        return url.substring(0, begin + 1)
                + fields(query)
                + (fragment < 0 ? "" : "#" + fields(url.substring(fragment + 1)));
    }

    static String fields(String text) {
        return Arrays.stream(text.split("&", -1)).map(MaskedUrl::field).collect(Collectors.joining("&"));
    }

    private static String field(String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        if (pair.isEmpty()) {
            return pair;
        }
        String decoded = decoded(name).strip();
        if (equals < 0 || !NAME.matcher(decoded).matches()) {
            return Secrets.MASK; // no field, whatever it is
        }
        return Secrets.isField(decoded) ? name + "=" + Secrets.MASK : pair;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
