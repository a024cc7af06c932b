package io.tenantry.token;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.tenantry.audit.Actor;
import io.tenantry.directory.application.PermissionGrants;
import io.tenantry.directory.application.ServicePrincipalObjects;
import io.tenantry.directory.role.Roles;
import io.tenantry.directory.user.ExternalUser;
import io.tenantry.directory.user.UserDefaults;
import io.tenantry.directory.user.UserPasswords;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.token.authority.GraphAudience;
import io.tenantry.token.client.Clients;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A tenant of its own for one test, with people who have passwords and applications that sign them in. */
public final class SignInWorld {
    public static final String PASSWORD = "Kelp-4-Harbour!";
    public static final String SCOPES = "openid profile email offline_access User.Read";
    public static final String NATIVE = "http://localhost";
    public static final String WEB = "https://web.example/signin";
    public static final String PAGE = "https://page.example/";

    public final TokenWorld world;
    private final Store store;

    public SignInWorld(Store store) {
        this.store = store;
        this.world = TokenWorld.tenant(store, "Marlow Quay");
    }

    public Entity user(String nickname) {
        String name = nickname + "@" + world.domain();
        Entity user = Entity.of("user", Ids.random())
                .set("userPrincipalName", name)
                .set("displayName", nickname.toUpperCase())
                .set("mail", name)
                .set("mailNickname", nickname)
                .set("accountEnabled", true);
        UserDefaults.complete(user, Instant.EPOCH);
        UserPasswords.set(
                user,
                Json.object().put("password", PASSWORD).put("forceChangePasswordNextSignIn", false),
                Instant.EPOCH);
        world.write(session -> session.insert(user));
        return user;
    }

    /** Somebody of another tenant who has taken up an invitation. */
    public Entity guest(SignInWorld home, Entity user) {
        String domain = world.tenant.initialDomain();
        Entity guest = Entity.of("user", Ids.random())
                .set("userPrincipalName", ExternalUser.userPrincipalName(user.text("userPrincipalName"), domain))
                .set("displayName", user.text("displayName"))
                .set("mail", user.text("mail"))
                .set("userType", "Guest")
                .set("accountEnabled", true);
        ExternalUser.redeem(guest, ExternalUser.binding(home.world.tenant.id(), user.id()), domain, Instant.EPOCH);
        world.write(session -> session.insert(guest));
        return guest;
    }

    public Entity administrator(String nickname) {
        Entity user = user(nickname);
        world.write(session -> Roles.assign(session, Roles.GLOBAL_ADMINISTRATOR, user.id(), Roles.DIRECTORY));
        return user;
    }

    public void change(Entity user, ObjectNode properties) {
        world.write(session -> {
            Entity stored = session.find("user", user.id()).orElseThrow();
            properties.fields().forEachRemaining(entry -> stored.set(entry.getKey(), entry.getValue()));
            session.update(stored);
        });
    }

    /** What a tenant lets be done with an application from now on. */
    public void administer(Application application, ObjectNode properties) {
        world.write(session -> {
            Entity stored =
                    session.find("servicePrincipal", application.principal.id()).orElseThrow();
            properties.fields().forEachRemaining(entry -> stored.set(entry.getKey(), entry.getValue()));
            session.update(stored);
        });
    }

    /** What an application says of itself from now on. */
    public void register(Application client, ObjectNode properties) {
        world.write(session -> {
            Entity stored = session.find("application", client.application.id()).orElseThrow();
            properties.fields().forEachRemaining(entry -> stored.set(entry.getKey(), entry.getValue()));
            session.update(stored);
        });
    }

    /** @param properties of the application besides its names */
    public Application application(String displayName, ObjectNode properties) {
        Entity application = Entity.of("application", Ids.random())
                .set("appId", Ids.random())
                .set("displayName", displayName)
                .set("signInAudience", "AzureADMyOrg");
        properties.fields().forEachRemaining(entry -> application.set(entry.getKey(), entry.getValue()));
        Entity principal = ServicePrincipalObjects.of(application, world.tenant.id());
        world.write(session -> session.insertAll(List.of(application, principal)));
        return new Application(application, principal, "");
    }

    /** A client that proves nothing, with consent for all. */
    public Application publicClient() {
        ObjectNode properties = Json.object().put("isFallbackPublicClient", true);
        properties.putObject("publicClient").set("redirectUris", Json.array(List.of(NATIVE)));
        return consented(application("Tide cli", properties), SCOPES);
    }

    /** A client with a secret, with consent for all. */
    public Application webClient() {
        return consented(withSecret(application("Tide web", web(WEB))), SCOPES);
    }

    public static ObjectNode web(String... uris) {
        ObjectNode properties = Json.object();
        ObjectNode web = properties.putObject("web");
        web.set("redirectUris", Json.array(Arrays.asList(uris)));
        web.putObject("implicitGrantSettings")
                .put("enableIdTokenIssuance", true)
                .put("enableAccessTokenIssuance", true);
        return properties;
    }

    public Application withSecret(Application client) {
        world.write(session -> Clients.register(
                session,
                client.appId(),
                client.application.text("displayName"),
                client.principal.id(),
                TokenWorld.SECRET));
        return new Application(client.application, client.principal, TokenWorld.SECRET);
    }

    public Application consented(Application client, String scopes) {
        consent(client, world.principalOf(GraphAudience.APP_ID), scopes);
        return client;
    }

    private void consent(Application client, Entity resource, String scopes) {
        world.write(session -> PermissionGrants.consent(
                session,
                new PermissionGrants.Consent(client.principal, resource, Optional.empty(), Set.of(scopes.split(" "))),
                Actor.SYNC_FABRIC,
                Instant.EPOCH));
    }

    /** An API that was consented to. @param scope by which a client asks for it */
    public record Api(Application application, String scope) {}

    /** One that a client may call, and that may read its caller's profile itself. */
    public Api api(Application client) {
        String uri = "api://boats-" + Ids.random();
        ObjectNode properties = Json.object();
        properties.set("identifierUris", Json.array(List.of(uri)));
        properties
                .putObject("api")
                .putArray("oauth2PermissionScopes")
                .addObject()
                .put("id", Ids.random())
                .put("value", "Boats.Read")
                .put("type", "User")
                .put("isEnabled", true);
        Application api = consented(withSecret(application("Boats", properties)), "User.Read");
        consent(client, api.principal, "Boats.Read");
        return new Api(api, uri + "/Boats.Read");
    }

    /** The API asks for a token for Graph with that of its caller. */
    public ValidatableResponse passOn(Api api, String assertion) {
        return token(
                api.application,
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "assertion",
                assertion,
                "requested_token_use",
                "on_behalf_of",
                "scope",
                "User.Read");
    }

    public List<Entity> grants(Application client) {
        return store.read(
                world.tenant, session -> session.allBy("oAuth2PermissionGrant", "clientId", client.principal.id()));
    }

    /** @param secret empty for none */
    public record Application(Entity application, Entity principal, String secret) {
        public String appId() {
            return application.text("appId");
        }

        public Application withoutSecret() {
            return new Application(application, principal, "");
        }
    }

    public String path(String endpoint) {
        return "/" + world.tenant.id() + endpoint;
    }

    /** Names and values in turn. */
    public ValidatableResponse token(Application client, String grantType, String... fields) {
        return tokenFrom(null, client, grantType, fields);
    }

    /** @param origin of a page that asks, null for none */
    public ValidatableResponse tokenFrom(String origin, Application client, String grantType, String... fields) {
        return posted(world.tenant.id(), origin, client, grantType, fields);
    }

    /** @param authority in place of the tenant: {@code common}, {@code organizations} */
    public ValidatableResponse tokenOver(String authority, Application client, String grantType, String... fields) {
        return posted(authority, null, client, grantType, fields);
    }

    private static ValidatableResponse posted(
            String authority, String origin, Application client, String grantType, String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", grantType);
        form.put("client_id", client.appId());
        if (!client.secret.isEmpty()) {
            form.put("client_secret", client.secret);
        }
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        var request = given().contentType(ContentType.URLENC).formParams(form);
        if (origin != null) {
            request.header("Origin", origin);
        }
        return request.post("/" + authority + "/oauth2/v2.0/token").then();
    }

    public ValidatableResponse password(Application client, Entity user, String... more) {
        String[] fields = {"username", user.text("userPrincipalName"), "password", PASSWORD, "scope", SCOPES};
        String[] all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return token(client, "password", all);
    }

    /** The claims of a token, whose signature is not looked at. */
    public static JsonNode claims(String token) {
        return Json.parse(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
