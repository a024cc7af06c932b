package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.directory.object.DirectoryErrors;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Addresses to which sign-ins return: absolute, without fragment, plain http to the machine itself only. */
final class RedirectUris {
    private static final int LENGTH = 256;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private RedirectUris() {}

    /** @param property that holds the addresses, of a {@code resource} */
    static void check(JsonNode uris, String property, String resource) {
        for (JsonNode uri : uris) {
            if (!fits(uri.asText())) {
                throw DirectoryErrors.invalidValue(property, resource);
            }
        }
    }

    private static boolean fits(String text) {
        try {
            URI uri = new URI(text.replace("*", "x"));
            boolean web = uri.isAbsolute() && uri.getScheme().matches("(?i)https?");
            return text.length() <= LENGTH
                    && uri.isAbsolute()
                    && uri.getRawFragment() == null
                    && (!web || uri.getHost() != null)
                    && (!uri.getScheme().equalsIgnoreCase("http") || LOOPBACK.contains(uri.getHost()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
