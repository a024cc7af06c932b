package io.tenantry.token.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.directory.application.AppRoleAssignments;
import io.tenantry.directory.role.Roles;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.token.CodeFlow;
import io.tenantry.token.SignInWorld;
import io.tenantry.token.SignInWorld.Api;
import io.tenantry.token.SignInWorld.Application;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GroupClaimsTest {
    private static final String MEMBER = "b79fbf4d-3ef9-4689-8143-76b194e85509";

    @Inject
    Store store;

    private SignInWorld world;
    private Entity ana;
    private Application web;
    private Api api;
    private Entity crew;
    private Entity fleet;
    private Entity news;

    @BeforeEach
    void aUserInGroups() {
        world = new SignInWorld(store);
        ana = world.user("ana");
        web = world.webClient();
        api = world.api(web);
        crew = group("Crew", true, ana);
        fleet = group("Fleet", true, crew);
        news = group("News", false, ana);
    }

    @Test
    void unaskedNobodysGroupsAreTold() {
        assertFalse(idToken().has("groups"));
        asks("None", "{}");
        assertFalse(idToken().has("groups"));
        assertFalse(idToken().has("wids"));
    }

    @Test
    void securityGroupsAreToldThroughOtherGroupsToo() {
        asks("SecurityGroup", "{}");

        assertEquals(ids(crew, fleet), groups(idToken()));
        assertEquals(ids(crew, fleet), groups(accessToken()));
        assertFalse(idToken().has("wids"));
    }

    @Test
    void allMeansLoneMailingListsAndDirectoryRolesAsWell() {
        Entity role = directoryRole();
        asks("All", "{}");

        assertEquals(ids(crew, fleet, news, role), groups(idToken()));
        assertEquals(Set.of(Roles.USER_ADMINISTRATOR, MEMBER), texts(idToken().get("wids")));
    }

    @Test
    void directoryRolesAloneAreWids() {
        directoryRole();
        asks("DirectoryRole", "{}");

        assertFalse(idToken().has("groups"));
        assertEquals(
                Set.of(Roles.USER_ADMINISTRATOR, MEMBER), texts(accessToken().get("wids")));
    }

    @Test
    void ofAssignedGroupsThoseThatTheUserIsInDirectly() {
        assign(crew);
        assign(fleet);
        asks("ApplicationGroup", "{}");
        assertEquals(ids(crew), groups(idToken()));

        asks("ApplicationGroup", "{'idToken': [{'name': 'groups', 'additionalProperties': ['cloud_displayname']}]}");
        assertEquals(Set.of("Crew"), groups(idToken()));
        assertFalse(accessToken().has("groups"), "the API has nobody assigned");
    }

    @Test
    void groupsMayStandForRoles() {
        assign(crew);
        asks("SecurityGroup", "{'accessToken': [{'name': 'groups', 'additionalProperties': ['emit_as_roles']}]}");

        assertEquals(ids(crew, fleet), texts(accessToken().get("roles")));
        assertFalse(accessToken().has("groups"));
        assertEquals(ids(crew, fleet), groups(idToken()));
    }

    @Test
    void aDeletedGroupIsNotTold() {
        asks("SecurityGroup", "{}");
        world.world.write(session -> {
            Entity gone = session.find("group", fleet.id()).orElseThrow();
            session.update(gone.set("deletedDateTime", Instant.parse("2026-01-01T00:00:00Z")));
        });

        assertEquals(ids(crew), groups(idToken()));
    }

    @Test
    void tooManyGroupsAreReferredTo() {
        asks("SecurityGroup", "{}");
        join(198);
        assertEquals(200, groups(idToken()).size());

        join(1);
        JsonNode token = idToken();

        assertFalse(token.has("groups"));
        assertEquals("src1", token.at("/_claim_names/groups").asText());
        assertTrue(token.at("/_claim_sources/src1/endpoint")
                .asText()
                .endsWith("/v1.0/users/" + ana.id() + "/getMemberObjects"));
    }

    @Test
    void aFragmentHasRoomForFive() {
        asks("SecurityGroup", "{}");
        join(3);
        assertEquals(5, groups(inFragment()).size());

        join(1);
        JsonNode token = inFragment();

        assertFalse(token.has("groups"));
        assertTrue(token.get("hasgroups").asBoolean());
        assertEquals(6, groups(idToken()).size());
    }

    @Test
    void anApplicationHasDirectoryRolesAndNoGroups() {
        world.register(api.application(), Json.object().put("groupMembershipClaims", "All"));

        JsonNode token = SignInWorld.claims(
                world.token(web, "client_credentials", "scope", api.scope().replace("Boats.Read", ".default"))
                        .statusCode(200)
                        .extract()
                        .path("access_token"));

        assertFalse(token.has("groups"));
        assertEquals(Set.of("0997a1d0-0d1d-4acb-b408-d5ca73121e90"), texts(token.get("wids")));
    }

    // ---- the world

    private Entity group(String name, boolean security, Entity... members) {
        Entity group = Entity.of("group", Ids.random())
                .set("displayName", name)
                .set("securityEnabled", security)
                .set("mailEnabled", !security);
        world.world.write(session -> {
            session.insert(group);
            for (Entity member : members) {
                session.references().relate("member", group.id(), member.id());
            }
        });
        return group;
    }

    private void join(int groups) {
        for (int i = 0; i < groups; i++) {
            group("More", true, ana);
        }
    }

    private Entity directoryRole() {
        world.world.write(session -> Roles.assign(session, Roles.USER_ADMINISTRATOR, ana.id(), Roles.DIRECTORY));
        return store.read(
                        world.world.tenant,
                        session -> session.findBy("directoryRole", "roleTemplateId", Roles.USER_ADMINISTRATOR))
                .orElseThrow();
    }

    private void assign(Entity group) {
        world.world.write(session -> AppRoleAssignments.assign(session, web.principal(), group, Instant.EPOCH));
    }

    /** Both the client and the API. */
    private void asks(String groups, String optionalClaims) {
        ObjectNode properties = Json.object().put("groupMembershipClaims", groups);
        properties.set("optionalClaims", Json.parse(optionalClaims.replace('\'', '"')));
        world.register(web, properties);
        world.register(api.application(), properties);
    }

    private JsonNode idToken() {
        return SignInWorld.claims(tokens(SignInWorld.SCOPES, "id_token"));
    }

    private JsonNode accessToken() {
        return SignInWorld.claims(tokens(api.scope(), "access_token"));
    }

    private String tokens(String scope, String which) {
        return world.token(
                        web,
                        "password",
                        "username",
                        ana.text("userPrincipalName"),
                        "password",
                        SignInWorld.PASSWORD,
                        "scope",
                        scope)
                .statusCode(200)
                .extract()
                .path(which);
    }

    private JsonNode inFragment() {
        var end = CodeFlow.end(world, web, ana, Map.of("response_type", "id_token", "nonce", "n-1"));
        return SignInWorld.claims(end.answer().get("id_token"));
    }

    private static Set<String> ids(Entity... objects) {
        Set<String> ids = new TreeSet<>();
        List.of(objects).forEach(object -> ids.add(object.id()));
        return ids;
    }

    private static Set<String> groups(JsonNode token) {
        return texts(token.get("groups"));
    }

    private static Set<String> texts(JsonNode values) {
        Set<String> texts = new TreeSet<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
