package io.tenantry.provisioning.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.link.PendingReference;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the manager of a user flows (provisioning-engine.md §6.3). */
class ManagerFlowTest {
    private static final Optional<String> NOBODY = Optional.empty();
    private static final Optional<String> CHO = Optional.of("cho");
    private static final Optional<String> MIRROR = Optional.of("mirror-of-cho");

    private final Entity mirror = Entity.of("user", "mirror");
    private final Outcome kept = new Outcome.Redundant(mirror);

    private JudgedUser ana(boolean linked, Managers managers) {
        SourceObject read = new SourceObject(
                "ana",
                ObjectType.USER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                linked ? Optional.of(mirror) : Optional.empty());
        return new JudgedUser(read, Optional.empty(), UserJudge.NEEDLESS, managers);
    }

    private ManagerFlow flow(Managers managers) {
        return ManagerFlow.of(ana(true, managers), kept);
    }

    @Test
    void aManagerWhoIsLinkedFlowsAtOnceAndTellsTheFormerOne() {
        assertEquals(
                new ManagerFlow.NewManager("mirror", null, "mirror-of-cho"), flow(new Managers(CHO, MIRROR, NOBODY)));
        assertEquals(
                new ManagerFlow.NewManager("mirror", "desk", "mirror-of-cho"),
                flow(new Managers(CHO, MIRROR, Optional.of("desk"))));
    }

    @Test
    void theManagerThatTheTargetHasAlreadyIsNoChange() {
        assertEquals(new ManagerFlow.None(), flow(new Managers(CHO, MIRROR, MIRROR)));
    }

    @Test
    void aManagerTakenAwayInTheSourceStays() {
        assertEquals(new ManagerFlow.None(), flow(new Managers(NOBODY, NOBODY, MIRROR)));
    }

    @Test
    void whoIsNotLinkedYetWaitsForTheSecondPass() {
        assertEquals(new ManagerFlow.Pending("cho"), flow(new Managers(CHO, NOBODY, NOBODY)));
    }

    @Test
    void theManagerOfWhomTheCycleJoinedOrCreatedIsKnownOnlyOfTheCreated() {
        JudgedUser unlinked = ana(false, new Managers(CHO, MIRROR, NOBODY));
        assertEquals(new ManagerFlow.Pending("cho"), ManagerFlow.of(unlinked, kept));
        assertEquals(
                new ManagerFlow.NewManager("mirror", null, "mirror-of-cho"),
                ManagerFlow.of(unlinked, new Outcome.Create(mirror, List.of())));
    }

    @Test
    void whoIsNotKeptInTheTargetHasNone() {
        JudgedUser ana = ana(true, new Managers(CHO, MIRROR, NOBODY));
        assertEquals(new ManagerFlow.None(), ManagerFlow.of(ana, new Outcome.Delete(mirror)));
    }

    @Test
    void aReferenceThatWaitedIsHeldWhereTheTargetHasThatManagerAlready() {
        assertTrue(waited("mirror-of-cho").isHeld());
        assertFalse(waited("desk").isHeld());
        assertFalse(waited(null).isHeld());
    }

    private static PendingManagers.Resolved waited(String former) {
        return new PendingManagers.Resolved(
                new PendingReference("ana", "cho", "log"),
                "mirror",
                Optional.of(new ManagerFlow.NewManager("mirror", former, "mirror-of-cho")));
    }
}
