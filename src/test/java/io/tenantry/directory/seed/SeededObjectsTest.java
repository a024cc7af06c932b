package io.tenantry.directory.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.directory.World;
import io.tenantry.directory.license.SkuCatalog;
import io.tenantry.store.Entity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SeededObjectsTest {
    private static final String ID = "62e0b71f-8de4-5afd-8da9-d40a146b881c";

    @Inject
    World world;

    World.Place here;

    @BeforeEach
    void tenant() {
        here = world.tenant();
    }

    private void seed(java.util.function.Consumer<SeededObjects> work) {
        here.in(call -> {
            SeededObjects objects = new SeededObjects(call.session(), World.NOW);
            work.accept(objects);
            objects.finish();
            return null;
        });
    }

    @Test
    void readOnlyPropertiesAreTakenAsTheyStand() {
        seed(objects -> objects.user(World.body(
                """
                {"id": "%s", "userPrincipalName": "iris@x.example", "createdDateTime": "2019-03-04T08:15:00Z",
                 "proxyAddresses": ["SMTP:iris@x.example", "smtp:i@x.example"], "mail": "iris@x.example", "city": null,
                 "assignedLicenses": [{"skuId": "%s", "disabledPlans": []}]}"""
                        .formatted(ID, SkuCatalog.skuId("ENTRA_SUITE")))));
        Entity user = here.read(session -> session.find("user", ID)).orElseThrow();
        assertEquals("2019-03-04T08:15:00Z", user.text("createdDateTime"));
        assertEquals(List.of("SMTP:iris@x.example", "smtp:i@x.example"), user.texts("proxyAddresses"));
        assertEquals("iris", user.text("mailNickname"));
        assertTrue(user.array("assignedPlans").size() > 1);
        assertTrue(here.activities().isEmpty());
    }

    @Test
    void referencesStandInAnyOrder() {
        seed(objects -> {
            objects.user(World.body("{\"userPrincipalName\": \"ben@x.example\", \"manager\": \"Ana@x.example\"}"));
            objects.group(
                    World.body("{\"displayName\": \"Crew\", \"members\": [\"ben@x.example\", \"%s\"]}".formatted(ID)));
            objects.user(World.body("{\"id\": \"%s\", \"userPrincipalName\": \"ana@x.example\"}".formatted(ID)));
        });
        Entity ben = here.read(session -> session.findBy("user", "userPrincipalName", "ben@x.example"))
                .orElseThrow();
        assertEquals(List.of(ID), here.read(session -> session.references().targets("manager", ben.id())));
        Entity crew = here.read(session -> session.findBy("group", "displayName", "Crew"))
                .orElseThrow();
        assertEquals(Set.of(ben.id(), ID), here.members(crew));
    }

    @Test
    void aReferenceToNobodyIsNamed() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> seed(objects ->
                        objects.group(World.body("{\"displayName\": \"Crew\", \"members\": [\"zoe@x.example\"]}"))));
        assertEquals("group 'Crew', members: there is no object 'zoe@x.example'", e.getMessage());
    }

    @Test
    void aGroupWithARuleAndNoMembersFollowsTheRule() {
        seed(objects -> {
            objects.group(
                    World.body(
                            "{\"displayName\": \"Dyn\", \"groupTypes\": [\"DynamicMembership\"], \"membershipRule\": \"user.city -eq 'Faro'\"}"));
            objects.user(World.body(
                    "{\"id\": \"%s\", \"userPrincipalName\": \"ana@x.example\", \"city\": \"Faro\"}".formatted(ID)));
        });
        Entity group = here.read(session -> session.findBy("group", "displayName", "Dyn"))
                .orElseThrow();
        assertEquals(Set.of(ID), here.members(group));
    }
}
