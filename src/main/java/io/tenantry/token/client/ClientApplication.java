package io.tenantry.token.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.store.Entity;
import io.tenantry.token.authority.GraphAudience;
import io.tenantry.token.http.AuthorizeErrors;
import io.tenantry.token.http.TokenError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an application registered that counts when it signs users in.
 *
 * @param application as it stands in its home tenant
 * @param principal its service principal in the tenant that is signed in to; null where it has none yet
 * @param owner id of the tenant in which the application is registered
 */
public record ClientApplication(Entity application, Entity principal, String owner) {
    /** Ends of sign-ins by the platform that they were registered for. */
    public enum Platform {
        WEB("web"),
        SPA("spa"),
        NATIVE("publicClient");

        final String property;

        Platform(String property) {
            this.property = property;
        }
    }

    /** Microsoft's own command lines and what they have without asking (clients.md §2, §5). */
    private static final Map<String, Map<String, Set<String>>> COMMAND_LINES = Map.of(
            "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
            ofAzure(),
            "1950a258-227b-4e31-a9cf-717495945fc2",
            ofAzure(),
            "14d82eec-204b-4c2f-b7e8-296a70dab67e",
            Map.of());

    private static Map<String, Set<String>> ofAzure() {
        return Map.of(
                GraphAudience.APP_ID,
                Set.of("AuditLog.Read.All", "Directory.AccessAsUser.All", "Group.ReadWrite.All", "User.ReadWrite.All"),
                "797f4846-ba00-4fd7-ba43-dac1f8f63013",
                Set.of("user_impersonation"));
    }

    public String appId() {
        return application.text("appId");
    }

    public String displayName() {
        return application.text("displayName");
    }

    public String principalId() {
        return principal == null ? "" : principal.id();
    }

    public boolean isCommandLine() {
        return COMMAND_LINES.containsKey(appId());
    }

    public Set<String> permissionsOfCommandLine(String resourceAppId) {
        return COMMAND_LINES.getOrDefault(appId(), Map.of()).getOrDefault(resourceAppId, Set.of());
    }

    /** Whether it may ask for tokens without proving who it is, where no redirect URI says so. */
    public boolean allowsPublicFlows() {
        return application.flag("isFallbackPublicClient");
    }

    /** Throws {@link TokenError} 50194 unless users of any tenant may sign in to it. */
    public void requireForManyTenants() {
        if ("AzureADMyOrg".equals(application.text("signInAudience"))) {
            throw AuthorizeErrors.notForManyTenants(appId(), displayName());
        }
    }

    public boolean issuesIdTokensAtAuthorize() {
        return implicit("enableIdTokenIssuance");
    }

    public boolean issuesAccessTokensAtAuthorize() {
        return implicit("enableAccessTokenIssuance");
    }

    private boolean implicit(String setting) {
        return application
                .properties()
                .path("web")
                .path("implicitGrantSettings")
                .path(setting)
                .asBoolean();
    }

    /** Registered redirect URIs with the platform of each. */
    public Map<String, Platform> redirectUris() {
        Map<String, Platform> uris = new LinkedHashMap<>();
        for (Platform platform : Platform.values()) {
            redirectUris(platform).forEach(uri -> uris.putIfAbsent(uri.asText(), platform));
        }
        return uris;
    }

    private JsonNode redirectUris(Platform platform) {
        return application.properties().path(platform.property).path("redirectUris");
    }
}
