package io.tenantry.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A replacement in the language of .NET: {@code $1}, <code>${name}</code>, {@code $$}, and the signs of {@link Match#referenced}; what
 * refers to no group stands for itself.
 */
final class Replacement {
    private static final String SIGNS = "&`'+_";

    /** @param reference to a group by name or number, or a sign with its dollar; null for plain text */
    private record Part(String text, String reference) {}

    private final List<Part> parts = new ArrayList<>();

    Replacement(String template) {
        int at = 0;
        for (int dollar = template.indexOf('$'); dollar >= 0; dollar = template.indexOf('$', at)) {
            parts.add(new Part(template.substring(at, dollar), null));
            at = reference(template, dollar);
        }
        parts.add(new Part(template.substring(at), null));
    }

    /** Takes what begins with a dollar sign; returns where it ends. */
    private int reference(String template, int dollar) {
        String rest = template.substring(dollar + 1, Math.min(template.length(), dollar + 80));
        if (rest.startsWith("$")) {
            parts.add(new Part("$", null));
            return dollar + 2;
        }
        if (!rest.isEmpty() && SIGNS.indexOf(rest.charAt(0)) >= 0) {
            String sign = "$" + rest.charAt(0);
            parts.add(new Part(sign, sign));
            return dollar + 2;
        }
        int length = rest.startsWith("{") ? rest.indexOf('}') + 1 : digits(rest);
        if (length == 0) {
            parts.add(new Part("$", null));
            return dollar + 1;
        }
        String name = rest.startsWith("{") ? rest.substring(1, length - 1) : rest.substring(0, length);
        parts.add(new Part("$" + rest.substring(0, length), name));
        return dollar + 1 + length;
    }

    private static int digits(String text) {
        int length = 0;
        while (length < text.length() && text.charAt(length) >= '0' && text.charAt(length) <= '9') {
            length++;
        }
        return length;
    }

    /** @param longest the result may become */
    void appendTo(StringBuilder result, Match match, int longest) {
        for (Part part : parts) {
            Optional<String> group = part.reference == null ? Optional.empty() : match.referenced(part.reference);
            result.append(group.orElse(part.text));
            if (result.length() > longest) {
                throw new CostlyMatch();
            }
        }
    }
}
