package io.tenantry.graph.path;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in brackets behind a name: a key, or named values. */
final class Arguments {
    private static final Pattern NAMED = Pattern.compile("\\s*(\\w+)\\s*=\\s*('(?:[^']|'')*+'|[^,]*)\\s*(?:,|$)");

    private Arguments() {}

    static boolean isNamed(String arguments) {
        return !arguments.startsWith("'") && arguments.indexOf('=') > 0;
    }

    static Map<String, String> named(String arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher matcher = NAMED.matcher(arguments);
        while (matcher.find()) {
            values.put(matcher.group(1), literal(matcher.group(2).trim()));
        }
        return values;
    }

    /** A quoted text without its quotes; anything else as it is. */
    static String literal(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("'") && text.endsWith("'");
        return quoted ? text.substring(1, text.length() - 1).replace("''", "'") : text;
    }
}
