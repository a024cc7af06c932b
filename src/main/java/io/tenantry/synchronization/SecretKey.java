package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code synchronizationSecret}: the keys that exist, and those whose values are never shown (synchronization-api.md §5). */
final class SecretKey {
    static final String MASK = "*";
    /** Its value is a JSON object as text. */
    static final String NOTIFICATION_SETTINGS = "SyncNotificationSettings";

    private static final Map<String, String> NAMES = Stream.of(
                    "None",
                    "UserName",
                    "Password",
                    "SecretToken",
                    "AppKey",
                    "BaseAddress",
                    "ClientIdentifier",
                    "ClientSecret",
                    "SingleSignOnType",
                    "Sandbox",
                    "Url",
                    "Domain",
                    "ConsumerKey",
                    "ConsumerSecret",
                    "TokenKey",
                    "TokenExpiration",
                    "Oauth2AccessToken",
                    "Oauth2AccessTokenCreationTime",
                    "Oauth2RefreshToken",
                    "SyncAll",
                    "InstanceName",
                    "Oauth2ClientId",
                    "Oauth2ClientSecret",
                    "CompanyId",
                    "UpdateKeyOnSoftDelete",
                    "SynchronizationSchedule",
                    "SystemOfRecord",
                    "SandboxName",
                    "EnforceDomain",
                    NOTIFICATION_SETTINGS,
                    "SkipOutOfScopeDeletions",
                    "Oauth2AuthorizationCode",
                    "Oauth2RedirectUri",
                    "ApplicationTemplateIdentifier",
                    "Oauth2TokenExchangeUri",
                    "Oauth2AuthorizationUri",
                    "AuthenticationType",
                    "Server",
                    "PerformInboundEntitlementGrants",
                    "HardDeletesEnabled",
                    "SyncAgentCompatibilityKey",
                    "SyncAgentADContainer",
                    "ValidateDomain",
                    "TestReferences",
                    "ConnectionString")
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));

    private static final Set<String> SENSITIVE = Set.of(
            "Password",
            "SecretToken",
            "AppKey",
            "ClientSecret",
            "ConsumerSecret",
            "TokenKey",
            "Oauth2AccessToken",
            "Oauth2RefreshToken",
            "Oauth2ClientSecret",
            "Oauth2AuthorizationCode",
            "ConnectionString");

    private SecretKey() {}

    /** The key in its own spelling; empty where it does not exist. */
    static Optional<String> named(String name) {
        return Optional.ofNullable(NAMES.get(name.toLowerCase(Locale.ROOT)));
    }

    static boolean isSensitive(String key) {
        return SENSITIVE.contains(key);
    }

    static ObjectNode masked(JsonNode pair) {
        ObjectNode shown = pair.deepCopy();
        return isSensitive(pair.path("key").asText()) ? shown.put("value", MASK) : shown;
    }
}
