package io.tenantry.family;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a directory object: any host and version, or none, a tenant behind the version, the key as last segment or in brackets,
 * the internal form with a type behind it (odata-protocol.md §11, field-findings.md §1).
 *
 * @param set what stands before the key, lower case, empty without it
 * @param property of an alternate key, lower case, empty for the key as it is
 * @param key decoded
 */
record ObjectAddress(Optional<String> tenant, String set, String property, String key) {
    private static final Pattern HOST = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?]*");
    private static final Pattern VERSION = Pattern.compile("(?i)v\\d[\\d.]*|beta");
    private static final Pattern TYPE = Pattern.compile("(?i)(?:microsoft\\.)?(?:graph|directoryservices)\\.\\w+");
    private static final Pattern BRACKETS =
            Pattern.compile("(\\w+)\\(\\s*(?:(\\w+)\\s*=)?\\s*(?:'(.*)'|([^']*?))\\s*\\)", Pattern.DOTALL);

    static ObjectAddress of(String text) {
        List<String> segments = segments(text);
        int last = segments.size() - 1;
        if (last > 0 && TYPE.matcher(segments.get(last)).matches()) {
            segments.remove(last);
        }
        if (segments.size() > 1 && VERSION.matcher(segments.get(0)).matches()) {
            segments.remove(0);
        }
        Optional<String> tenant = Optional.of(segments)
                .filter(all -> all.size() > 1 && TenantName.is(all.get(0)))
                .map(all -> all.remove(0));
        String end = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
        Matcher brackets = BRACKETS.matcher(end);
        if (brackets.matches()) {
            String literal = brackets.group(3);
            return new ObjectAddress(
                    tenant,
                    lower(brackets.group(1)),
                    brackets.group(2) == null ? "" : lower(brackets.group(2)),
                    literal == null ? brackets.group(4) : literal.replace("''", "'"));
        }
        return new ObjectAddress(tenant, segments.size() < 2 ? "" : lower(segments.get(segments.size() - 2)), "", end);
    }

    /** Without host and options; split before decoding, so that an encoded slash stays inside its segment. */
    private static List<String> segments(String text) {
        String path = HOST.matcher(text.trim()).replaceFirst("").replaceFirst("\\?.*", "");
        return new ArrayList<>(Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(ObjectAddress::decoded)
                .toList());
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment; // a name may hold a percent sign
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
