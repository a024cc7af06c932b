package io.tenantry.token.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.object.ExtensionValues;
import io.tenantry.directory.organization.Organizations;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.token.authority.Cloud;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What an application finds in tokens because it asks for it (token-service.md §8.4). In an id token that is the client, in an access token
 * the resource; those of Microsoft say what they say.
 */
@ApplicationScoped
public class ApplicationClaims {
    private static final Set<String> DIRECTORY_ROLES = Set.of("all", "directoryrole");

    private final UserClaims userClaims;

    ApplicationClaims(UserClaims userClaims) {
        this.userClaims = userClaims;
    }

    /**
     * Of a user's token.
     *
     * @param application null for one of Microsoft's
     * @param principal of it in the tenant, null where it has none there
     */
    public ObjectNode of(Entity application, Entity principal, ToldUser told, TokenForm form) {
        ObjectNode claims = Json.object();
        if (application == null) {
            return claims;
        }
        AskedClaims asked = AskedClaims.of(application, form.kind());
        names(asked, told, form).forEach(name -> put(claims, name, userClaims.value(name, told)));
        guestName(claims, asked, told, form);
        if (!claims.has("email")) {
            claims.remove("xms_edov");
        }
        if (form.isAccessToken() && asked.asks("idtyp", "include_user_token")) {
            claims.put("idtyp", "user");
        }
        asked.extensions().forEach(name -> extension(claims, application, told, name));
        GroupClaims.add(claims, asked, told, principal, form.inFragment());
        if (asksForRoles(asked)) {
            Collection<String> roles = DirectoryRoleClaims.heldBy(told.session(), told.user());
            claims.set("wids", Json.array(DirectoryRoleClaims.ofUser(roles)));
        }
        ofTenant(claims, asked, told.session());
        return claims;
    }

    /** Of a token of an application itself. */
    public ObjectNode of(Entity application, Session session, Set<String> roles) {
        ObjectNode claims = Json.object();
        if (application == null) {
            return claims;
        }
        AskedClaims asked = AskedClaims.of(application, TokenForm.Kind.ACCESS_TOKEN);
        if (asked.asks("idtyp")) {
            claims.put("idtyp", "app");
        }
        if (asksForRoles(asked)) {
            claims.set("wids", Json.array(DirectoryRoleClaims.ofApplication(roles)));
        }
        ofTenant(claims, asked, session);
        return claims;
    }

    private static boolean asksForRoles(AskedClaims asked) {
        return asked.groupMembership().stream().anyMatch(DIRECTORY_ROLES::contains);
    }

    private static Set<String> names(AskedClaims asked, ToldUser told, TokenForm form) {
        Set<String> names = new LinkedHashSet<>(asked.optional().keySet());
        if (!form.v2()) {
            names.addAll(UserClaims.ALWAYS_IN_V1);
        }
        if (form.email() || told.isGuest()) {
            names.add("email");
        }
        if (!form.profile()) {
            names.removeAll(UserClaims.OF_PROFILE);
        }
        return names;
    }

    /** The name of who is at home elsewhere is told where it is asked for in so many words. */
    private static void guestName(ObjectNode claims, AskedClaims asked, ToldUser told, TokenForm form) {
        if (!told.isFromElsewhere() || !form.profile()) {
            return;
        }
        String name = told.user().text("userPrincipalName");
        if (asked.asks("upn", "include_externally_authenticated_upn_without_hash")) {
            claims.put("upn", name.replace('#', '_'));
        } else if (asked.asks("upn", "include_externally_authenticated_upn")) {
            claims.put("upn", name);
        }
    }

    /** Those that the application defined itself, as a list whatever the extension holds. */
    private static void extension(ObjectNode claims, Entity application, ToldUser told, String name) {
        String own = ExtensionValues.PREFIX + application.text("appId").replace("-", "") + "_";
        if (!name.regionMatches(true, 0, own, 0, own.length())) {
            return;
        }
        told.session().findBy("extensionProperty", "name", name).ifPresent(definition -> {
            JsonNode value = told.user().get(definition.text("name"));
            if (value != null && !value.isNull()) {
                claims.set(
                        "extn." + definition.text("name").substring(own.length()),
                        value.isArray() ? value : Json.array().add(value));
            }
        });
    }

    private static void ofTenant(ObjectNode claims, AskedClaims asked, Session session) {
        if (asked.asks("tenant_region_scope")) {
            claims.put("tenant_region_scope", Cloud.of(session.tenant()).region);
        }
        if (asked.asks("tenant_ctry") || asked.asks("xms_tpl")) {
            session.find(Organizations.TYPE, session.tenant().id()).ifPresent(organization -> {
                putIfAsked(claims, asked, "tenant_ctry", organization.text("countryLetterCode"));
                putIfAsked(claims, asked, "xms_tpl", organization.text("preferredLanguage"));
            });
        }
    }

    private static void putIfAsked(ObjectNode claims, AskedClaims asked, String name, String value) {
        if (asked.asks(name)) {
            put(claims, name, value);
        }
    }

    private static void put(ObjectNode claims, String name, Object value) {
        if (value != null) {
            claims.set(name, Json.MAPPER.valueToTree(value));
        }
    }
}
