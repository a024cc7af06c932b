package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import java.util.Map;

/** What an application has where nothing else is said (synchronization-api.md §3.3 lists the whole set). */
public final class ApplicationDefaults {
    private static final String DEFAULTS =
            """
            {"signInAudience": "AzureADMyOrg", "isFallbackPublicClient": false, "identifierUris": [], "tags": [], "addIns": [],
             "appRoles": [], "keyCredentials": [], "passwordCredentials": [], "requiredResourceAccess": [],
             "api": {"acceptMappedClaims": null, "knownClientApplications": [], "requestedAccessTokenVersion": null,
               "oauth2PermissionScopes": [], "preAuthorizedApplications": []},
             "info": {"logoUrl": null, "marketingUrl": null, "privacyStatementUrl": null, "supportUrl": null,
               "termsOfServiceUrl": null},
             "parentalControlSettings": {"countriesBlockedForMinors": [], "legalAgeGroupRule": "Allow"},
             "publicClient": {"redirectUris": []},
             "spa": {"redirectUris": []},
             "verifiedPublisher": {"displayName": null, "verifiedPublisherId": null, "addedDateTime": null},
             "web": {"homePageUrl": null, "logoutUrl": null, "redirectUris": [], "redirectUriSettings": [],
               "implicitGrantSettings": {"enableAccessTokenIssuance": false, "enableIdTokenIssuance": false}}}""";

    private static final ObjectNode DOCUMENT = Json.parseObject(DEFAULTS);

    private ApplicationDefaults() {}

    public static void complete(Entity application, String publisherDomain) {
        fill(application.properties(), DOCUMENT);
        if (application.get("publisherDomain") == null) {
            application.set("publisherDomain", publisherDomain);
        }
    }

    private static void fill(ObjectNode document, ObjectNode defaults) {
        for (Map.Entry<String, JsonNode> each : defaults.properties()) {
            JsonNode there = document.get(each.getKey());
            if (there == null) {
                document.set(each.getKey(), each.getValue().deepCopy());
            } else if (there instanceof ObjectNode inner && each.getValue() instanceof ObjectNode innerDefaults) {
                fill(inner, innerDefaults);
            }
        }
    }
}
