package io.tenantry.token.authority;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** The identifiers under which Microsoft Graph is known as a resource (token-service.md §3). */
public final class GraphAudience {
    public static final String APP_ID = "00000003-0000-0000-c000-000000000000";
    public static final String GRAPH = "https://graph.microsoft.com";
    /** What the v1 endpoint takes where no resource is named (token-service.md §3.2). */
    public static final String DIRECTORY_GRAPH = "https://graph.windows.net";

    private static final Set<String> KNOWN = Set.of(
            APP_ID,
            GRAPH,
            DIRECTORY_GRAPH,
            "https://canary.graph.microsoft.com",
            "https://graph.microsoft.us",
            "https://dod-graph.microsoft.us",
            "https://graph.microsoft.de",
            "https://graph.chinacloudapi.cn",
            "https://microsoftgraph.chinacloudapi.cn");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private GraphAudience() {}

    public static boolean isGraph(String resource) {
        return KNOWN.contains(withoutSlash(resource.toLowerCase(Locale.ROOT)));
    }

    /**
     * Whether it names this server: Graph PowerShell and Terraform ask for the Graph URL that they were given (token-service.md §9.3, §9.7),
     * which may have another scheme or port than the token service.
     */
    public static boolean isHost(String resource, String host) {
        try {
            String named = URI.create(resource).getHost();
            return named != null
                    && (named.equalsIgnoreCase(host) || LOOPBACK.contains(named) && LOOPBACK.contains(host));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
