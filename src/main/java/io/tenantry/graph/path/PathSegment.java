package io.tenantry.graph.path;

import io.tenantry.error.GraphError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A decoded segment: {@code name} or {@code name(arguments)}. Brackets count only where a name stands before them and they end the
 * segment.
 */
record PathSegment(String name, Optional<String> arguments) {

    /**
     * Splits at slashes before decoding, so that an encoded slash stays inside its segment. Empty segments do not count
     * (field-findings.md §1).
     */
    static List<PathSegment> split(String path) {
        List<PathSegment> segments = new ArrayList<>();
        for (String part : path.split("/")) {
            if (!part.isEmpty()) {
                segments.add(of(decode(part)));
            }
        }
        return segments;
    }

    private static PathSegment of(String text) {
        int open = text.indexOf('(');
        if (open > 0 && text.endsWith(")")) {
            String arguments = text.substring(open + 1, text.length() - 1).trim();
            return new PathSegment(
                    text.substring(0, open), Optional.of(arguments).filter(a -> !a.isEmpty()));
        }
        return new PathSegment(text, Optional.empty());
    }

    String whole() {
        return name + arguments.map(a -> "(" + a + ")").orElse("");
    }

    private static String decode(String part) {
        if (part.indexOf('%') < 0) {
            return part;
        }
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw GraphError.malformed("The request URI is not valid.");
        }
    }
}
