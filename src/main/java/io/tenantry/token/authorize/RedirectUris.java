package io.tenantry.token.authorize;

import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.client.ClientApplication.Platform;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Whether an address is one that a client registered: to the letter, but for the port of this machine's own (token-service.md §6, §11.11). */
public final class RedirectUris {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");
    /** Would run in the page that leads there. */
    private static final Set<String> SCRIPTS = Set.of("javascript", "data", "vbscript");

    private RedirectUris() {}

    /** The platform for which it is registered. */
    public static Optional<Platform> platform(ClientApplication client, String presented) {
        return client.redirectUris().entrySet().stream()
                .filter(entry -> matches(entry.getKey(), presented))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean matches(String registered, String presented) {
        try {
            URI known = new URI(registered);
            URI given = new URI(presented);
            return given.getScheme() != null
                    && !SCRIPTS.contains(given.getScheme().toLowerCase())
                    && given.getRawFragment() == null
                    && (registered.equals(presented) || sameButForPort(known, given));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean sameButForPort(URI known, URI given) {
        return given.getHost() != null
                && known.getHost() != null
                && known.getScheme().equalsIgnoreCase(given.getScheme())
                && known.getHost().equalsIgnoreCase(given.getHost())
                && Objects.equals(known.getRawUserInfo(), given.getRawUserInfo())
                && path(known).equals(path(given))
                && Objects.equals(known.getRawQuery(), given.getRawQuery())
                && (known.getPort() == given.getPort()
                        || LOOPBACK.contains(given.getHost())
                                && given.getScheme().equalsIgnoreCase("http"));
    }

    private static String path(URI uri) {
        return uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    }

    /** As it is called. */
    public static String withPath(String uri) {
        URI parsed = URI.create(uri);
        if (parsed.getHost() == null || !parsed.getRawPath().isEmpty()) {
            return uri;
        }
        int query = uri.indexOf('?');
        return query < 0 ? uri + "/" : uri.substring(0, query) + "/" + uri.substring(query);
    }

    /** Not through the framework, which would encode anew what an address of another scheme holds. */
    public static Response redirect(String location) {
        return Response.status(302)
                .header("Location", location)
                .header("Cache-Control", "no-store, no-cache")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
