package io.tenantry.directory.deleted;

import static io.tenantry.directory.World.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.directory.World;
import io.tenantry.directory.lifecycle.DeletedObjects;
import io.tenantry.directory.role.Roles;
import io.tenantry.family.Answer;
import io.tenantry.store.Entity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeletedItemsTest {
    private static final String ITEM = "/directory/deletedItems/{}";

    @Inject
    World world;

    World.Place here;

    @BeforeEach
    void tenant() {
        here = world.tenant();
    }

    private Entity deleted(Entity user) {
        here.delete("/users/{}", user);
        return here.fresh(user);
    }

    @Test
    void aDeletedUserFreesItsNameAndAddresses() {
        Entity first = deleted(here.user("iris", ", \"mail\": \"iris@post.example\""));
        assertEquals(first.id().replace("-", "") + "iris@" + here.domain(), first.text("userPrincipalName"));
        assertTrue(here.live(here.user("iris", ", \"mail\": \"iris@post.example\"")));
    }

    @Test
    void aRestoredUserIsWhoItWas() {
        Entity user = here.user("iris");
        Entity group = here.group("crew", ", \"members@odata.bind\": [\"%s\"]".formatted(World.reference(user)));
        Answer answer = here.call("user", "restore", deleted(user), null);
        assertEquals("directoryObjects", ((Answer.One) answer).context());
        assertEquals("iris@" + here.domain(), here.fresh(user).text("userPrincipalName"));
        assertTrue(here.members(group).contains(user.id()));
    }

    @Test
    void aTakenNameStandsInTheWayUnlessAnotherIsGiven() {
        Entity user = here.user("iris");
        Entity gone = deleted(user);
        here.user("iris");
        refused(
                400,
                "Another object with the same value for property userPrincipalName already exists.",
                () -> here.call("user", "restore", gone, null));
        here.call("user", "restore", gone, "{\"newUserPrincipalName\": \"iris.old@%s\"}".formatted(here.domain()));
        assertEquals("iris.old@" + here.domain(), here.fresh(user).text("userPrincipalName"));
    }

    @Test
    void aTakenAddressStandsInTheWayUnlessItIsGivenUp() {
        Entity gone = deleted(here.user("iris", ", \"mail\": \"post@x.example\""));
        here.user("otto", ", \"mail\": \"post@x.example\"");
        refused(
                400,
                "Another object with the same value for property proxyAddresses already exists.",
                () -> here.call("user", "restore", gone, null));
        here.call("user", "restore", gone, "{\"autoReconcileProxyConflict\": true}");
        assertEquals(List.of(), here.fresh(gone).texts("proxyAddresses"));
    }

    @Test
    void aLiveObjectIsNoDeletedItem() {
        Entity user = here.user("iris");
        refused(404, World.notFound(user.id()), () -> here.call("user", "restore", user, null));
        refused(404, World.notFound(user.id()), () -> here.delete(ITEM, user));
    }

    @Test
    void rolesDoNotComeBackButAssignmentsToApplicationsDo() {
        Entity user = here.user("iris");
        Entity application = here.create("/applications", "{\"displayName\": \"Tide Registry\"}");
        Entity principal =
                here.create("/servicePrincipals", "{\"appId\": \"%s\"}".formatted(application.text("appId")));
        here.create(
                "/servicePrincipals/{}/appRoleAssignedTo",
                "{\"principalId\": \"%s\", \"resourceId\": \"%s\", \"appRoleId\": \"00000000-0000-0000-0000-000000000000\"}"
                        .formatted(user.id(), principal.id()),
                principal.id());
        here.in(call -> Roles.assign(call.session(), Roles.GUEST_INVITER, user.id(), Roles.DIRECTORY));
        deleted(user);
        assertTrue(here.read(session -> session.children("appRoleAssignment", principal.id()))
                .isEmpty());
        here.call("user", "restore", user, null);
        assertEquals(
                1,
                here.read(session -> session.children("appRoleAssignment", principal.id()))
                        .size());
        assertTrue(here.read(session -> Roles.heldBy(session, user.id())).isEmpty());
    }

    @Test
    void purgingIsForGood() {
        Entity user = deleted(here.user("iris"));
        here.delete(ITEM, user);
        assertTrue(here.read(session -> session.findObject(user.id(), true)).isEmpty());
        assertEquals("hard delete user", here.activities().get(2));
    }

    @Test
    void afterThirtyDaysDeletedObjectsAreGone() {
        Entity user = deleted(here.user("iris"));
        purgeAfter(Duration.ofDays(29));
        assertFalse(here.read(session -> session.findObject(user.id(), true)).isEmpty());
        purgeAfter(Duration.ofDays(30));
        assertTrue(here.read(session -> session.findObject(user.id(), true)).isEmpty());
        assertEquals("hard delete user", here.activities().get(2));
    }

    private void purgeAfter(Duration time) {
        here.in(call -> {
            DeletedObjects.purgeExpired(call.session(), World.NOW.plus(time));
            return null;
        });
    }

    @Test
    void deletingAnApplicationTakesItsServicePrincipalAlongRestoringDoesNot() {
        Entity application = here.create("/applications", "{\"displayName\": \"Tide Registry\"}");
        Entity principal =
                here.create("/servicePrincipals", "{\"appId\": \"%s\"}".formatted(application.text("appId")));
        here.delete("/applications/{}", application);
        assertFalse(here.live(principal));
        here.call("application", "restore", application, null);
        assertTrue(here.live(application));
        assertFalse(here.live(principal));
    }
}
