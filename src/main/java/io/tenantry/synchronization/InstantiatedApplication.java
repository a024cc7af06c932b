package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Tenant;
import java.time.Instant;
import java.util.List;

/** The two objects that come of a gallery template, with all properties that the answer shows. */
final class InstantiatedApplication {
    private static final String HOMEPAGE =
            "https://account.activedirectory.windowsazure.com:444/applications/default.aspx?metadata=aad2aadsync|ISV9.1|primary|z";

    private final Tenant tenant;
    private final Instant now;
    private final String templateId;
    private final String displayName;
    private final String appId;
    private final ArrayNode appRoles = Json.array();
    private final ArrayNode scopes = Json.array();

    InstantiatedApplication(Tenant tenant, Instant now, String templateId, String appId, String displayName) {
        this.tenant = tenant;
        this.now = now;
        this.appId = appId;
        this.templateId = templateId;
        this.displayName = displayName;
        addRole();
        addScope();
    }

    /** The one role by which users and groups are assigned. */
    private void addRole() {
        ObjectNode role = appRoles.addObject();
        role.putArray("allowedMemberTypes").add("User");
        role.put("displayName", "msiam_access").put("id", Ids.random()).put("isEnabled", true);
        role.put("description", "msiam_access").putNull("value").put("origin", "Application");
    }

    private void addScope() {
        String access = "Access " + displayName;
        scopes.addObject()
                .put(
                        "adminConsentDescription",
                        "Allow the application to access " + displayName + " on behalf of the signed-in user.")
                .put("adminConsentDisplayName", access)
                .put("id", Ids.random())
                .put("isEnabled", true)
                .put("type", "User")
                .put("userConsentDescription", "Allow the application to access " + displayName + " on your behalf.")
                .put("userConsentDisplayName", access)
                .put("value", "user_impersonation");
    }

    /** @param reference serviceManagementReference, null for none */
    Entity application(String reference) {
        Entity application = Entity.of("application", Ids.random())
                .set("appId", appId)
                .set("applicationTemplateId", templateId)
                .set("createdDateTime", now)
                .set("displayName", displayName)
                .set("isFallbackPublicClient", false)
                .set("signInAudience", "AzureADMyOrg")
                .set("serviceManagementReference", reference);
        ObjectNode json = application.properties();
        nulls(json, "deletedDateTime", "description", "groupMembershipClaims", "tokenEncryptionKeyId");
        nulls(json, "defaultRedirectUri", "optionalClaims");
        empty(json, "identifierUris", "tags", "addIns", "keyCredentials", "passwordCredentials");
        empty(json, "requiredResourceAccess");
        api(json.putObject("api"));
        json.set("appRoles", appRoles.deepCopy());
        json.set("info", info());
        json.putObject("parentalControlSettings")
                .put("legalAgeGroupRule", "Allow")
                .putArray("countriesBlockedForMinors");
        json.putObject("publicClient").putArray("redirectUris");
        json.set("verifiedPublisher", verifiedPublisher());
        ObjectNode web = json.putObject("web").put("homePageUrl", HOMEPAGE).putNull("logoutUrl");
        web.putArray("redirectUris");
        return application;
    }

    private void api(ObjectNode api) {
        nulls(api, "acceptMappedClaims", "requestedAccessTokenVersion");
        empty(api, "knownClientApplications", "preAuthorizedApplications");
        api.set("oauth2PermissionScopes", scopes.deepCopy());
    }

    Entity servicePrincipal(Entity application) {
        Entity servicePrincipal = Entity.of("servicePrincipal", Ids.random())
                .set("accountEnabled", true)
                .set("appId", appId)
                .set("applicationTemplateId", templateId)
                .set("appDisplayName", displayName)
                .set("appOwnerOrganizationId", tenant.id())
                .set("appRoleAssignmentRequired", true)
                .set("createdDateTime", now)
                .set("displayName", displayName)
                .set("homepage", HOMEPAGE)
                .set("servicePrincipalNames", List.of(appId))
                .set("servicePrincipalType", "Application")
                .set("signInAudience", application.text("signInAudience"))
                .set("tags", List.of("WindowsAzureActiveDirectoryIntegratedApp"));
        ObjectNode json = servicePrincipal.properties();
        nulls(json, "deletedDateTime", "loginUrl", "logoutUrl", "preferredSingleSignOnMode");
        nulls(json, "preferredTokenSigningKeyThumbprint", "tokenEncryptionKeyId", "samlSingleSignOnSettings");
        empty(json, "alternativeNames", "notificationEmailAddresses", "replyUrls", "addIns");
        empty(json, "keyCredentials", "passwordCredentials");
        json.set("appRoles", appRoles.deepCopy());
        json.set("info", info());
        json.set("oauth2PermissionScopes", scopes.deepCopy());
        json.set("verifiedPublisher", verifiedPublisher());
        return servicePrincipal;
    }

    /** Documents leave nulls out. */
    static Entity stored(Entity shown) {
        Entity stored = shown.copy();
        stored.properties().properties().removeIf(property -> property.getValue()
                .isNull());
        return stored;
    }

    private static ObjectNode info() {
        ObjectNode info = Json.object();
        nulls(info, "logoUrl", "marketingUrl", "privacyStatementUrl", "supportUrl", "termsOfServiceUrl");
        return info;
    }

    private static ObjectNode verifiedPublisher() {
        ObjectNode publisher = Json.object();
        nulls(publisher, "displayName", "verifiedPublisherId", "addedDateTime");
        return publisher;
    }

    private static void nulls(ObjectNode json, String... names) {
        for (String name : names) {
            json.putNull(name);
        }
    }

    private static void empty(ObjectNode json, String... names) {
        for (String name : names) {
            json.putArray(name);
        }
    }
}
