package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The service principals of a tenant as other families see them; how that of an application is built (synchronization-api.md §3.3). */
public final class ServicePrincipalObjects {
    private static final String TYPE = "servicePrincipal";

    private ServicePrincipalObjects() {}

    public static Optional<Entity> find(Session session, String id) {
        return session.find(TYPE, id);
    }

    public static Optional<Entity> ofApplication(Session session, Entity application) {
        return session.findBy(TYPE, "appId", application.text("appId"));
    }

    /** By its id or its appId. */
    public static Optional<Entity> named(Session session, String key) {
        return named(session, TYPE, key);
    }

    /** That of the application that has this id or appId. */
    public static Optional<Entity> ofApplicationNamed(Session session, String key) {
        return named(session, "application", key).flatMap(application -> ofApplication(session, application));
    }

    private static Optional<Entity> named(Session session, String type, String key) {
        return Ids.isGuid(key)
                ? session.find(type, Ids.canonical(key)).or(() -> session.findBy(type, "appId", key))
                : Optional.empty();
    }

    /** Ids of those that somebody owns, by themselves or as their application; never none at all. */
    public static Set<String> ownedBy(Session session, String owner) {
        Set<String> ids = new HashSet<>(Set.of(""));
        for (Entity object : session.objects(session.references().sources("owner", owner))) {
            if (object.type().equals(TYPE)) {
                ids.add(object.id());
            } else if (object.type().equals("application")) {
                ofApplication(session, object).map(Entity::id).ifPresent(ids::add);
            }
        }
        return ids;
    }

    /** Whether an administrator lets nobody use it. */
    public static boolean isSwitchedOff(Entity principal) {
        return principal.get("accountEnabled") != null && !principal.flag("accountEnabled");
    }

    /** @param owner id of the tenant in which the application is registered */
    public static Entity of(Entity application, String owner) {
        Entity principal = Entity.of(TYPE, Ids.random())
                .set("appId", application.get("appId"))
                .set("accountEnabled", true)
                .set("displayName", application.get("displayName"))
                .set("appOwnerOrganizationId", owner)
                .set("appRoleAssignmentRequired", false)
                .set("servicePrincipalType", "Application")
                .set("applicationTemplateId", application.get("applicationTemplateId"));
        for (String empty : List.of("keyCredentials", "passwordCredentials", "alternativeNames", "addIns")) {
            principal.set(empty, List.<String>of());
        }
        principal.set("tags", application.get("tags"));
        repeat(application, principal);
        return principal;
    }

    /** The part that always equals the application's. */
    static void repeat(Entity application, Entity principal) {
        if (Objects.equals(principal.text("appDisplayName"), principal.text("displayName"))) {
            principal.set("displayName", application.get("displayName"));
        }
        principal.set("appDisplayName", application.get("displayName"));
        principal.set("appRoles", orEmpty(application.get("appRoles")));
        principal.set(
                "oauth2PermissionScopes",
                orEmpty(application.properties().path("api").path("oauth2PermissionScopes")));
        principal.set("signInAudience", application.get("signInAudience"));
        principal.set("info", application.get("info"));
        principal.set("verifiedPublisher", application.get("verifiedPublisher"));
        JsonNode web = application.properties().path("web");
        principal.set("homepage", web.path("homePageUrl").asText(null));
        principal.set("replyUrls", orEmpty(web.path("redirectUris")));
        List<String> names = new ArrayList<>(application.texts("identifierUris"));
        names.add(application.text("appId"));
        principal.set("servicePrincipalNames", names);
    }

    private static JsonNode orEmpty(JsonNode values) {
        return values != null && values.isArray() ? values.deepCopy() : Json.array();
    }
}
