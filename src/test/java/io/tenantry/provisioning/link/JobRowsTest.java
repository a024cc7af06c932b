package io.tenantry.provisioning.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.store.Entity;
import io.tenantry.store.OneTenantTest;
import io.tenantry.store.StoreUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the engine keeps of one job's objects: links, failures, and what waits. Those of another job are none of its. */
class JobRowsTest extends OneTenantTest {
    private static final int JOB = 7;
    private static final int OTHER = 8;

    private static ObjectLink link(String source, String target, LinkState state) {
        return new ObjectLink(ObjectType.USER, source, target, state, false);
    }

    @Test
    void linksAreFoundByEitherObjectUnlessTheyAreForgotten() {
        within(session -> {
            ObjectLinks links = new ObjectLinks(session, JOB);
            assertFalse(links.any());
            ObjectLink ana = link("ana", "a", LinkState.LINKED);
            ObjectLink ben = new ObjectLink(ObjectType.GROUP, "ben", "b", LinkState.UNMANAGED, true);
            links.save(List.of(ana, ben));
            new ObjectLinks(session, OTHER).save(List.of(link("ana", "x", LinkState.STAGED)));
            assertTrue(links.any());
            assertEquals(Map.of("ana", ana, "ben", ben), links.of(List.of("ana", "ben", "cho")));
            assertEquals(Map.of(), links.of(List.of()));
            assertEquals(Optional.of(ana), links.find("a"));
            assertEquals(Optional.of(ben), links.find("ben"));
            assertEquals(Optional.empty(), links.find("x"));
            assertEquals(List.of(ana), links.to(List.of("a", "b")), "unmanaged ones have been given up");
            assertEquals(List.of(), links.to(List.of()));
            links.forget(ana);
            assertEquals(Map.of("ben", ben), links.of(List.of("ana", "ben")));
            assertEquals(Optional.empty(), links.find("a"));
            assertEquals(1, links.count(LinkState.FORGOTTEN));
            links.dropForgotten();
            assertEquals(0, links.count(LinkState.FORGOTTEN));
            assertEquals(Map.of("ben", ben), links.of(List.of("ana", "ben")));
        });
    }

    @Test
    void linksAreCountedByTypeAndState() {
        within(session -> {
            ObjectLinks links = new ObjectLinks(session, JOB);
            links.save(List.of(
                    link("a", "1", LinkState.LINKED),
                    link("b", "2", LinkState.LEAVING),
                    link("c", "3", LinkState.FORGOTTEN),
                    new ObjectLink(ObjectType.GROUP, "d", "4", LinkState.LINKED, false)));
            assertEquals(2, links.count(ObjectType.USER));
            assertEquals(1, links.count(ObjectType.GROUP));
            assertEquals(2, links.count(LinkState.LINKED));
            assertEquals(1, links.count(LinkState.LEAVING));
        });
    }

    @Test
    void whatLeavesIsLostUnlessAnotherSourceKeepsIt() {
        within(session -> {
            ObjectLinks links = new ObjectLinks(session, JOB);
            links.save(List.of(
                    link("a", "1", LinkState.LEAVING),
                    link("b", "1", LinkState.LINKED),
                    link("c", "2", LinkState.LEAVING),
                    link("d", "3", LinkState.LEAVING),
                    link("e", "3", LinkState.REMOVED)));
            assertEquals(2, links.countLost());
            assertEquals(List.of("c"), sources(links.in(LinkState.LEAVING, "a", 1)));
            assertEquals(List.of("d"), sources(links.in(LinkState.LEAVING, "c", 5)));
            links.reset();
            assertEquals(0, links.countLost());
            assertEquals(4, links.count(LinkState.LINKED));
            assertEquals(1, links.count(LinkState.REMOVED));
        });
    }

    @Test
    void goneAreTheSourcesThatNobodyFinds() {
        within(session -> {
            session.insert(Entity.of("user", "11111111-1111-4111-8111-111111111111"));
            ObjectLinks links = new ObjectLinks(session, JOB);
            links.save(List.of(
                    link("11111111-1111-4111-8111-111111111111", "1", LinkState.LINKED),
                    link("2", "2", LinkState.LINKED),
                    link("3", "3", LinkState.STAGED),
                    link("4", "4", LinkState.REMOVED)));
            assertEquals(List.of("2", "3"), sources(links.gone("", 9)));
            assertEquals(List.of("3"), sources(links.gone("2", 9)));
            assertEquals(List.of("2"), sources(links.gone("", 1)));
        });
    }

    @Test
    void deletionsThatAreHeldBackOutliveARestart() {
        within(session -> {
            ObjectLinks links = new ObjectLinks(session, JOB);
            links.save(List.of(link("a", "1", LinkState.LINKED), link("b", "2", LinkState.STAGED)));
            links.clear();
            assertEquals(Set.of("b"), links.of(List.of("a", "b")).keySet());
        });
    }

    private static List<String> sources(List<ObjectLink> links) {
        return links.stream().map(ObjectLink::sourceId).toList();
    }

    @Test
    void failuresKeepTheirFirstMomentHoweverOftenTheyComeAgain() {
        Instant first = StoreUnderTest.NOW;
        Escrow failed = new Escrow("ana", first, 1, first.plusSeconds(60), "EntryConflict");
        Escrow waiting = new Escrow("ben", first, 0, Escrow.WAITING, "Waiting");
        within(session -> {
            Escrows escrows = new Escrows(session, JOB);
            assertFalse(escrows.any());
            escrows.save(List.of(failed, waiting));
            new Escrows(session, OTHER).save(List.of(new Escrow("cho", first, 1, first, "Other")));
            assertTrue(escrows.any());
            assertEquals(2, escrows.count());
            assertTrue(failed.hasFailed());
            assertFalse(waiting.hasFailed());
            assertEquals(List.of(failed, waiting), escrows.page("", 9));
            assertEquals(List.of(failed), escrows.page("", 1));
            assertEquals(List.of(waiting), escrows.page("ana", 9));
            assertEquals(List.of(waiting), escrows.waiting("", 9));
            assertEquals(List.of(), escrows.waiting("ben", 9));
            Instant later = first.plus(Duration.ofHours(6));
            escrows.save(List.of(new Escrow("ana", later, 2, later, "MissingValues")));
            assertEquals(
                    Map.of("ana", new Escrow("ana", first, 2, later, "MissingValues")),
                    escrows.of(List.of("ana", "cho")));
            assertEquals(Map.of(), escrows.of(List.of()));
            escrows.remove(List.of("ben"));
            assertEquals(1, escrows.count());
            escrows.dropOlderThan(first.minusSeconds(1));
            assertEquals(1, escrows.count());
            escrows.dropOlderThan(first);
            assertEquals(0, escrows.count());
            escrows.save(List.of(failed));
            escrows.clear();
            assertFalse(escrows.any());
            assertTrue(new Escrows(session, OTHER).any());
        });
    }

    @Test
    void referencesWaitInTheOrderOfTheirSources() {
        PendingReference ana = new PendingReference("ana", "cho", "log-1");
        PendingReference ben = new PendingReference("ben", "cho", "log-2");
        within(session -> {
            PendingReferences references = new PendingReferences(session, JOB);
            references.save(List.of(ben, ana));
            new PendingReferences(session, OTHER).save(List.of(new PendingReference("dia", "cho", "log-3")));
            assertEquals(List.of(ana, ben), references.next("", 9));
            assertEquals(List.of(ana), references.next("", 1));
            assertEquals(List.of(ben), references.next("ana", 9));
            assertEquals(Optional.of(ben), references.of("ben"));
            assertEquals(Optional.empty(), references.of("dia"));
            PendingReference anew = new PendingReference("ana", "eve", "log-4");
            references.save(List.of(anew));
            assertEquals(Optional.of(anew), references.of("ana"));
            references.clear();
            assertEquals(List.of(), references.next("", 9));
            assertEquals(1, new PendingReferences(session, OTHER).next("", 9).size());
        });
    }

    @Test
    void groupsWaitForTheirMembers() {
        within(session -> {
            PendingMemberships groups = new PendingMemberships(session, JOB);
            assertEquals(Optional.empty(), groups.first());
            groups.save(List.of(new PendingMembers("b", "log-2"), new PendingMembers("a", "log-1")));
            groups.save(List.of(new PendingMembers("a", "log-3")));
            new PendingMemberships(session, OTHER).save(List.of(new PendingMembers("0", "log-4")));
            assertEquals(Optional.of(new PendingMembers("a", "log-3")), groups.first());
            groups.remove("a");
            assertEquals(Optional.of(new PendingMembers("b", "log-2")), groups.first());
            groups.clear();
            assertEquals(Optional.empty(), groups.first());
            assertTrue(new PendingMemberships(session, OTHER).first().isPresent());
        });
    }

    @Test
    void aLinkIsManagedWhileTheTargetIsKept() {
        assertEquals(
                List.of(LinkState.LINKED, LinkState.LEAVING, LinkState.STAGED),
                List.of(LinkState.values()).stream().filter(LinkState::managed).toList());
        assertEquals("staged", LinkState.STAGED.wireName());
        assertEquals(LinkState.STAGED, LinkState.of("staged"));
    }

    @Test
    void typesAreNamedInEveryCase() {
        assertEquals(Optional.of(ObjectType.GROUP), ObjectType.named("group"));
        assertEquals(Optional.empty(), ObjectType.named("Device"));
        assertEquals(ObjectType.USER, ObjectType.of("user"));
        assertEquals("User", ObjectType.USER.wireName());
        assertEquals("userPrincipalName", ObjectType.USER.naming());
        assertEquals("displayName", ObjectType.GROUP.naming());
        assertEquals("UserManagement", ObjectType.USER.auditCategory());
        assertEquals("group", ObjectType.GROUP.entity());
    }
}
