package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applications of Microsoft's own that any tenant may have a service principal of. */
public final class FirstPartyApplications {
    public static final String MICROSOFT_GRAPH = "00000003-0000-0000-c000-000000000000";

    /** The tenant in which Microsoft registers them. */
    static final String OWNER = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

    /** Command lines that sign users in without anything registered (clients.md §2, §5). */
    private static final Set<String> COMMAND_LINES = Set.of(
            "14d82eec-204b-4c2f-b7e8-296a70dab67e",
            "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
            "1950a258-227b-4e31-a9cf-717495945fc2");

    private static final List<String> NATIVE = List.of(
            "http://localhost",
            "https://login.microsoftonline.com/common/oauth2/nativeclient",
            "urn:ietf:wg:oauth:2.0:oob");

    private static final Map<String, String> NAMES = Map.of(
            MICROSOFT_GRAPH,
            "Microsoft Graph",
            "00000002-0000-0000-c000-000000000000",
            "Windows Azure Active Directory",
            "00000002-0000-0ff1-ce00-000000000000",
            "Office 365 Exchange Online",
            "00000003-0000-0ff1-ce00-000000000000",
            "Office 365 SharePoint Online",
            "00000014-0000-0000-c000-000000000000",
            "Microsoft.Azure.SyncFabric",
            "797f4846-ba00-4fd7-ba43-dac1f8f63013",
            "Windows Azure Service Management API",
            "14d82eec-204b-4c2f-b7e8-296a70dab67e",
            "Microsoft Graph Command Line Tools",
            "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
            "Microsoft Azure CLI",
            "1950a258-227b-4e31-a9cf-717495945fc2",
            "Microsoft Azure PowerShell");

    private FirstPartyApplications() {}

    /** A new service principal of such an application; empty where the id is none of theirs. */
    public static Optional<Entity> servicePrincipal(String appId) {
        return application(appId).map(application -> ServicePrincipalObjects.of(application, OWNER));
    }

    /** What Microsoft registered of it. */
    static Optional<Entity> application(String appId) {
        String name = NAMES.get(appId);
        if (name == null) {
            return Optional.empty();
        }
        Entity application = Entity.of("application", Ids.random())
                .set("appId", appId)
                .set("displayName", name)
                .set("signInAudience", "AzureADMultipleOrgs");
        if (appId.equals(MICROSOFT_GRAPH)) {
            application.set(
                    "identifierUris", List.of("https://graph.microsoft.com", MICROSOFT_GRAPH + "/graph.microsoft.com"));
            application.set("appRoles", permissions().appRoles);
            application.set("api", Json.object().set("oauth2PermissionScopes", permissions().scopes));
        }
        if (COMMAND_LINES.contains(appId)) {
            application.set("publicClient", Json.object().set("redirectUris", Json.array(NATIVE)));
            application.set("isFallbackPublicClient", true);
        }
        return Optional.of(application);
    }

    /** The application permissions of Microsoft Graph by name, with the id of their app role. */
    static Map<String, String> graphRoles() {
        return permissions().roleIds;
    }

    private record Permissions(ArrayNode appRoles, ArrayNode scopes, Map<String, String> roleIds) {
        static Permissions of(ArrayNode appRoles, ArrayNode scopes) {
            Map<String, String> roleIds = new LinkedHashMap<>();
            appRoles.forEach(role ->
                    roleIds.put(role.get("value").asText(), role.get("id").asText()));
            return new Permissions(appRoles, scopes, Collections.unmodifiableMap(roleIds));
        }
    }

    private static Permissions permissions() {
        return Read.PERMISSIONS;
    }

    /** Read once, when the first tenant is made. */
    private static final class Read {
        static final Permissions PERMISSIONS = read();

        /** directory.md §20.2. */
        private static Permissions read() {
            ArrayNode roles = Json.array();
            ArrayNode scopes = Json.array();
            try (InputStream file =
                    FirstPartyApplications.class.getResourceAsStream("/directory/graph-permissions.json")) {
                for (JsonNode permission : Json.MAPPER.readTree(file)) {
                    String value = permission.get("value").asText();
                    if (permission.hasNonNull("application")) {
                        roles.add(role(permission.get("application").asText(), value));
                    }
                    if (permission.hasNonNull("delegated")) {
                        scopes.add(scope(permission, value));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Permissions.of(roles, scopes);
        }

        private static ObjectNode role(String id, String value) {
            ObjectNode role = Json.object();
            role.putArray("allowedMemberTypes").add("Application");
            return role.put("description", "Allows the app " + value + " without a signed-in user.")
                    .put("displayName", value)
                    .put("id", id)
                    .put("isEnabled", true)
                    .put("origin", "Application")
                    .put("value", value);
        }

        private static ObjectNode scope(JsonNode permission, String value) {
            return Json.object()
                    .put("adminConsentDescription", "Allows the app " + value + " on behalf of the signed-in user.")
                    .put("adminConsentDisplayName", value)
                    .put("id", permission.get("delegated").asText())
                    .put("isEnabled", true)
                    .put("type", permission.path("byUser").asBoolean() ? "User" : "Admin")
                    .putNull("userConsentDescription")
                    .put("userConsentDisplayName", value)
                    .put("value", value);
        }
    }
}
