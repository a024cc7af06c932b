package io.tenantry.provisioning.object;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is remembered of a source object and its target once something was done (provisioning-engine.md §3, §6). */
class NextLinkTest {
    private static final Mode INITIAL = Mode.last(true, false);
    private static final Mode INCREMENTAL = Mode.last(false, false);

    private final Entity mirror = Entity.of("user", "mirror");
    private final Outcome kept = new Outcome.Redundant(mirror);

    private static ObjectLink link(String target, LinkState state, boolean invited) {
        return new ObjectLink(ObjectType.USER, "ana", target, state, invited);
    }

    private static SourceObject ana(ObjectLink... link) {
        return new SourceObject(
                "ana",
                ObjectType.USER,
                Optional.empty(),
                List.of(link).stream().findFirst(),
                Optional.empty(),
                Optional.empty());
    }

    private static void leaves(ObjectLink wanted, SourceObject source, Outcome outcome, Mode mode) {
        assertEquals(Optional.of(wanted), NextLink.of(source, outcome, mode));
    }

    @Test
    void whoIsCreatedIsLinkedAndNobodyInvitedHim() {
        leaves(link("mirror", LinkState.LINKED, false), ana(), new Outcome.Create(mirror, List.of()), INCREMENTAL);
    }

    @Test
    void whoWasThereBeforeKeepsTheNameOfHisInvitationUntilAnInitialCycle() {
        leaves(link("mirror", LinkState.LINKED, true), ana(), kept, INCREMENTAL);
        leaves(link("mirror", LinkState.LINKED, false), ana(), kept, INITIAL);
        leaves(link("mirror", LinkState.LINKED, false), ana(link("mirror", LinkState.LINKED, true)), kept, INITIAL);
    }

    @Test
    void aLinkThatSaysSoAlreadyStaysAsItIs() {
        SourceObject invited = ana(link("mirror", LinkState.LINKED, true));
        assertEquals(Optional.empty(), NextLink.of(invited, kept, INCREMENTAL));
        SourceObject created = ana(link("mirror", LinkState.LINKED, false));
        assertEquals(Optional.empty(), NextLink.of(created, kept, INCREMENTAL));
    }

    @Test
    void aLinkToAnotherTargetSaysNothingOfThisOne() {
        leaves(link("mirror", LinkState.LINKED, true), ana(link("former", LinkState.LINKED, false)), kept, INCREMENTAL);
    }

    @Test
    void whoComesBackIsLinkedAgain() {
        leaves(
                link("mirror", LinkState.LINKED, false),
                ana(link("mirror", LinkState.REMOVED, false)),
                kept,
                INCREMENTAL);
    }

    @Test
    void whoWaitsForTheThresholdIsLeavingAndStaysInvited() {
        Outcome defer = new Outcome.Defer(mirror);
        SourceObject invited = ana(link("mirror", LinkState.LINKED, true));
        leaves(link("mirror", LinkState.LEAVING, true), invited, defer, INITIAL);
        leaves(link("mirror", LinkState.LEAVING, true), ana(), defer, INCREMENTAL);
        leaves(link("mirror", LinkState.LEAVING, false), ana(), defer, INITIAL);
        assertEquals(Optional.of(link("mirror", LinkState.STAGED, true)), NextLink.staged(invited));
    }

    @Test
    void whoIsDeletedIsRemovedAndWhoIsReleasedAsItsCauseSays() {
        SourceObject linked = ana(link("mirror", LinkState.LINKED, false));
        leaves(link("mirror", LinkState.REMOVED, false), linked, new Outcome.Delete(mirror), INCREMENTAL);
        leaves(
                link("mirror", LinkState.UNMANAGED, false),
                linked,
                new Outcome.Release(Outcome.Release.Cause.DISABLED),
                INCREMENTAL);
        leaves(
                link("mirror", LinkState.REMOVED, false),
                linked,
                new Outcome.Release(Outcome.Release.Cause.SHARED),
                INCREMENTAL);
    }

    @Test
    void whereNothingIsDoneTheLinkStays() {
        SourceObject linked = ana(link("mirror", LinkState.LINKED, false));
        Outcome skip = new Outcome.Skip(Outcome.Skip.Reason.NOT_ENTITLED);
        assertEquals(Optional.empty(), NextLink.of(linked, skip, INITIAL));
    }
}
