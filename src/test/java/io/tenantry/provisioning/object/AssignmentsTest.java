package io.tenantry.provisioning.object;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.OneTenantTest;
import io.tenantry.store.Session;
import io.tenantry.store.StoreUnderTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** provisioning-engine.md §2: assigned is who is so himself, or is a direct member of a group that is. */
class AssignmentsTest extends OneTenantTest {
    private static final String SYNC = Ids.derived("sync");
    private static final String OTHER = Ids.derived("other");
    private static final String ROLE = Ids.derived("role");
    private static final String SECOND = Ids.derived("second");

    private final Entity ana = Entity.of("user", Ids.derived("ana"));
    private final Entity ben = Entity.of("user", Ids.derived("ben"));
    private final Entity crew = Entity.of("group", Ids.derived("crew"));
    private final Entity guests = Entity.of("group", Ids.derived("guests"));

    @BeforeEach
    void people() {
        within(session -> session.insertAll(List.of(ana, ben, crew, guests)));
    }

    private static Entity assign(Session session, String servicePrincipal, Entity principal, String role) {
        Entity assignment = Entity.childOf(servicePrincipal, "appRoleAssignment", Ids.random())
                .set("principalId", principal.id())
                .set("appRoleId", role);
        session.insert(assignment);
        return assignment;
    }

    private static void join(Session session, Entity group, Entity member) {
        session.references().relate("member", group.id(), member.id());
    }

    private static void delete(Session session, Entity object) {
        session.update(object.set("deletedDateTime", StoreUnderTest.NOW));
    }

    private Map<String, Set<String>> users(Session session) {
        return Assignments.of(session, SYNC, List.of(ana.id(), ben.id()));
    }

    private static Set<String> ids(List<Entity> objects) {
        return Set.copyOf(objects.stream().map(Entity::id).toList());
    }

    @Test
    void everyoneHasTheRolesOfHisOwnAndThoseOfHisGroups() {
        within(session -> {
            assign(session, SYNC, ana, ROLE);
            assign(session, SYNC, crew, ROLE);
            assign(session, SYNC, crew, SECOND);
            join(session, crew, ana);
            join(session, crew, ben);
            assertEquals(Map.of(ana.id(), Set.of(ROLE, SECOND), ben.id(), Set.of(ROLE, SECOND)), users(session));
            assertEquals(Map.of(), Assignments.of(session, SYNC, List.of()));
        });
    }

    @Test
    void whatCountsIsThisConfigurationAndNotAnother() {
        within(session -> {
            assign(session, OTHER, ana, ROLE);
            assertEquals(Map.of(), users(session));
            assign(session, SYNC, ben, SECOND);
            assertEquals(Map.of(ben.id(), Set.of(SECOND)), users(session));
        });
    }

    @Test
    void nestedGroupsAreNotExpanded() {
        within(session -> {
            assign(session, SYNC, crew, ROLE);
            join(session, crew, guests);
            join(session, guests, ana);
            assertEquals(Map.of(), users(session));
            assertEquals(
                    Map.of(crew.id(), Set.of(ROLE)),
                    Assignments.direct(session, SYNC, List.of(crew.id(), guests.id())));
        });
    }

    @Test
    void deletedAssignmentsAndGroupsCountForNothing() {
        within(session -> {
            Entity own = assign(session, SYNC, ana, ROLE);
            assign(session, SYNC, crew, ROLE);
            join(session, crew, ben);
            delete(session, own);
            assertEquals(Set.of(ben.id()), users(session).keySet());
            delete(session, crew);
            assertEquals(Map.of(), users(session));
            assertEquals(List.of(), Assignments.groups(session, SYNC, "", 9));
            assertEquals(List.of(), Assignments.through(session, SYNC, ben.id()));
        });
    }

    @Test
    void assignedGroupsComeInPagesByTheirIds() {
        within(session -> {
            assign(session, SYNC, ana, ROLE);
            assign(session, SYNC, crew, ROLE);
            assign(session, SYNC, crew, SECOND);
            assign(session, SYNC, guests, ROLE);
            List<String> order = Stream.of(crew.id(), guests.id()).sorted().toList();
            assertEquals(Set.copyOf(order), ids(Assignments.groups(session, SYNC, "", 9)));
            assertEquals(Set.of(order.get(0)), ids(Assignments.groups(session, SYNC, "", 1)));
            assertEquals(Set.of(order.get(1)), ids(Assignments.groups(session, SYNC, order.get(0), 9)));
            assertEquals(Set.of(), ids(Assignments.groups(session, OTHER, "", 9)));
        });
    }

    @Test
    void anAssignmentIsToldWithAllThroughWhomItComes() {
        within(session -> {
            assign(session, SYNC, ana, ROLE);
            assign(session, SYNC, crew, ROLE);
            assign(session, OTHER, guests, ROLE);
            join(session, crew, ana);
            join(session, guests, ana);
            assertEquals(Set.of(ana.id(), crew.id()), ids(Assignments.through(session, SYNC, ana.id())));
            assertEquals(List.of(), Assignments.through(session, SYNC, ben.id()));
        });
    }
}
