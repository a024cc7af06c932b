package io.tenantry.graph;

import io.tenantry.error.GraphError;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What an {@code Accept} header lets the service answer (odata-protocol.md §2.2). */
final class MediaTypes {
    private static final Set<String> JSON = Set.of("application/json", "application/*", "*/*", "*");

    private MediaTypes() {}

    /**
     * Throws 406 where JSON is not accepted.
     *
     * @param accept null without the header
     */
    static void requireJson(String accept) {
        boolean accepted = accept == null
                || accept.isBlank()
                || Arrays.stream(accept.toLowerCase(Locale.ROOT).split(",")).anyMatch(MediaTypes::takesJson);
        if (!accepted) {
            throw GraphError.of(406, "NotAcceptable", "The service answers 'application/json' only.");
        }
    }

    private static boolean takesJson(String range) {
        String[] parts = range.replace(" ", "").split(";");
        return JSON.contains(parts[0]) && Arrays.stream(parts).noneMatch(part -> part.matches("q=0(\\.0*)?"));
    }
}
