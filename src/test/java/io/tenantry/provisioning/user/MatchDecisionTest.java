package io.tenantry.provisioning.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.job.SampleJob;
import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.matching.TargetIndex;
import io.tenantry.provisioning.object.Mode;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is to be done to users whom the target has, or who meet others there: those of one page see what became of those before (provisioning-engine.md §3, §6). */
class MatchDecisionTest extends Deciding {
    private static final Mode PATIENT = Mode.patient(false, false);

    private final JobContext context = context(true);
    private final TargetIndex index = TargetIndex.of(null, List.of(), Map.of());

    private Decision page(Mode mode) {
        return new Decision(run(context, mode), index);
    }

    private JudgedUser judged(SourceObject user) {
        return judged(context, user, true, NOBODY);
    }

    private Outcome of(Mode mode, SourceObject user) {
        return page(mode).of(judged(user));
    }

    /** Somebody in the target who was invited under the mail address of a user and has not come yet. */
    private Entity invited(Entity user) {
        Entity invited = Entity.of("user", Ids.random())
                .set("userPrincipalName", "guest#EXT#@birchline.example")
                .set("mail", user.text("mail"))
                .set("creationType", "Invitation")
                .set("accountEnabled", true);
        index.add(invited);
        return invited;
    }

    private static String code(Outcome outcome) {
        return assertInstanceOf(Outcome.Fail.class, outcome).failure().code();
    }

    @Test
    void whoIsMadeIsThereFromNowOnAndIsMadeOnce() {
        Decision page = page(INCREMENTAL);
        Entity made = assertInstanceOf(Outcome.Create.class, page.of(judged(unlinked(ana))))
                .target();
        assertEquals(Json.instant(SampleJob.NOON), made.text("createdDateTime"));
        assertEquals(Json.instant(SampleJob.NOON), made.text("externalUserStateChangeDateTime"));
        assertEquals("Accepted", made.text("externalUserState"));
        assertEquals("ana_alderwood.example#EXT#", made.text("mailNickname"));
        Outcome.Redundant again = assertInstanceOf(Outcome.Redundant.class, page.of(judged(unlinked(ana))));
        assertEquals(made.id(), again.target().id());
    }

    @Test
    void aPendingInvitationIsRedeemedByWhoMaySignIn() {
        Entity invited = invited(ana);
        assertEquals(
                new Outcome.Skip(Outcome.Skip.Reason.NOT_ENTITLED), of(DEPROVISIONING, unlinked(user("ana", false))));
        Outcome.Update update = assertInstanceOf(Outcome.Update.class, of(INCREMENTAL, unlinked(ana)));
        assertEquals(Outcome.Update.Kind.REDEEMED, update.kind());
        assertEquals(invited.id(), update.target().id());
        assertEquals("Accepted", update.target().text("externalUserState"));
        assertEquals("guest#EXT#@birchline.example", update.target().text("userPrincipalName"));
    }

    @Test
    void theNameOfAnInvitationIsCorrectedByAnInitialCycleOnly() {
        Entity invited = invited(ana);
        SourceObject read =
                linked(ana, new ObjectLink(ObjectType.USER, ana.id(), invited.id(), LinkState.LINKED, true), invited);
        assertEquals("guest#EXT#@birchline.example", name(of(INCREMENTAL, read)));
        assertEquals(external("ana"), name(of(INITIAL, read)));
    }

    private static String name(Outcome outcome) {
        return assertInstanceOf(Outcome.Targeted.class, outcome).target().text("userPrincipalName");
    }

    @Test
    void twoUsersOfOneAddressHaveOneInTheTarget() {
        Decision page = page(INCREMENTAL);
        Entity made = assertInstanceOf(Outcome.Create.class, page.of(judged(unlinked(ana))))
                .target();
        Entity twin = user("twin", true).set("mail", ana.text("mail"));
        Outcome.Update update = assertInstanceOf(Outcome.Update.class, page.of(judged(unlinked(twin))));
        assertEquals(made.id(), update.target().id());
        assertEquals("twin", update.target().text("displayName"));
    }

    @Test
    void aNameThatSomebodyHoldsIsWaitedForUntilTheLastLook() {
        Entity holder = Entity.of("user", Ids.random()).set("userPrincipalName", external("ana"));
        index.add(holder);
        assertInstanceOf(Outcome.Wait.class, of(PATIENT, unlinked(ana)));
        Outcome last = of(INCREMENTAL, unlinked(ana));
        assertEquals("EntryConflict", code(last));
        assertTrue(((Outcome.Fail) last).creating());
        index.free(holder);
        assertInstanceOf(Outcome.Create.class, of(INCREMENTAL, unlinked(ana)));
    }

    @Test
    void anAddressThatSomebodyHoldsFailsTheUpdateThatWouldTakeIt() {
        index.add(Entity.of("user", Ids.random()).set("mail", ana.text("mail")));
        Outcome taking = of(INCREMENTAL, linked(ana, LinkState.LINKED, mirror));
        assertEquals("EntryConflict", code(taking));
        assertFalse(((Outcome.Fail) taking).creating());
        Entity holding = mirror.copy().set("mail", ana.text("mail"));
        assertInstanceOf(
                Outcome.Update.class, of(INCREMENTAL, linked(ana, LinkState.LINKED, holding)), "it takes nothing");
    }

    @Test
    void whoIsRestoredTakesHisNameFromNobody() {
        Entity holder = Entity.of("user", Ids.random()).set("userPrincipalName", external("ana"));
        index.add(holder);
        mirror.set("deletedDateTime", SampleJob.NOON).set("mail", ana.text("mail"));
        assertEquals("EntryConflict", code(of(INCREMENTAL, linked(ana, LinkState.REMOVED, mirror))));
    }

    @Test
    void aTargetThatForbidsInvitationsMakesNobody() {
        JobContext closed = context(false);
        Outcome refused = new Decision(run(closed, INCREMENTAL), index).of(judged(closed, unlinked(ana), true, NOBODY));
        assertEquals("AzureActiveDirectoryForbidden", code(refused));
        assertTrue(((Outcome.Fail) refused).creating());
    }

    @Test
    void nobodyIsInvitedWithoutAnAddress() {
        assertEquals(
                "InvitationCreationFailureInvalidPropertyValue",
                code(of(INCREMENTAL, unlinked(user("ana", true).set("mail", "no mail")))));
    }

    @Test
    void whoIsDeletedLeavesHisNameToTheNextOfThePage() {
        index.add(mirror);
        Decision page = page(DEPROVISIONING);
        Entity heir = user("ana", true);
        JudgedUser leaving = judged(context, linked(ana, LinkState.LINKED, mirror), false, NOBODY);
        assertInstanceOf(Outcome.Fail.class, of(DEPROVISIONING, unlinked(heir)));
        assertInstanceOf(Outcome.Delete.class, page.of(leaving));
        assertInstanceOf(Outcome.Create.class, page.of(judged(unlinked(heir))));
    }

    @Test
    void ofThoseWhoShareATargetTheLastOneTakesItAway() {
        Decision page = page(DEPROVISIONING);
        Entity twin = user("twin", true);
        JudgedUser first = leaving(ana, twin);
        JudgedUser last = leaving(twin, ana);
        assertEquals(new Outcome.Release(Outcome.Release.Cause.SHARED), page.of(first));
        assertEquals(new Outcome.Delete(mirror), page.of(last));
    }

    private JudgedUser leaving(Entity user, Entity other) {
        return judged(context, linked(user, LinkState.LINKED, mirror), false, NOBODY)
                .sharedWith(Set.of(other.id()));
    }

    @Test
    void aManagerFlowsWithTheUserAndTheNextOfThePageKnowsHim() {
        Decision page = page(INCREMENTAL);
        Managers boss = new Managers(Optional.of("cho"), Optional.of("boss"), Optional.of("former"));
        SourceObject read = linked(ana, LinkState.LINKED, mirror);
        Decided first = page.decide(judged(context, read, true, boss));
        ModifiedProperty change = new ModifiedProperty("manager", "former", "boss");
        assertTrue(assertInstanceOf(Outcome.Update.class, first.outcome())
                .modified()
                .contains(change));
        Decided second = page.decide(judged(context, read, true, boss));
        assertEquals(new ManagerFlow.None(), second.manager());
    }
}
