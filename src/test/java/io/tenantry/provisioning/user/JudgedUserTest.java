package io.tenantry.provisioning.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.job.SampleJob;
import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.matching.Candidate;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.store.Entity;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is known of a user before anything is decided: what he maps to, for what the target is searched, and whether he leaves it. */
class JudgedUserTest extends Deciding {
    private final JobContext context = context(true);

    private JudgedUser assigned(SourceObject user) {
        return judged(context, user, true, NOBODY);
    }

    private JudgedUser unassigned(SourceObject user) {
        return judged(context, user, false, NOBODY);
    }

    private Candidate candidate(Entity user) {
        return assertInstanceOf(Mapping.Made.class, assigned(unlinked(user)).mapping())
                .candidate();
    }

    @Test
    void whoIsInScopeIsBoundToHisHomeAndInvitedUnderHisMailAddress() {
        Candidate candidate = candidate(ana.set("mail", "reis@alderwood.example"));
        assertEquals(context.source().id() + "/" + ana.id(), candidate.binding());
        assertEquals("reis@alderwood.example", candidate.address());
        assertEquals(external("ana"), candidate.userPrincipalName());
    }

    @Test
    void whoHasNoMailAddressIsInvitedUnderHisName() {
        ana.properties().remove("mail");
        assertEquals(ana.text("userPrincipalName"), candidate(ana).address());
    }

    @Test
    void whoIsNotInScopeOrDeletedIsNotMapped() {
        assertEquals(UserJudge.NEEDLESS, unassigned(unlinked(ana)).mapping());
        assertEquals(Optional.empty(), unassigned(unlinked(ana)).searched());
        ana.set("deletedDateTime", SampleJob.NOON);
        assertEquals(UserJudge.NEEDLESS, assigned(unlinked(ana)).mapping());
    }

    @Test
    void nobodyIsSearchedForWhoHasHisAddressAndHisName() {
        assertTrue(assigned(unlinked(ana)).searched().isPresent());
        mirror.set("mail", ana.text("mail").toUpperCase(Locale.ROOT));
        assertEquals(
                Optional.empty(),
                assigned(linked(ana, LinkState.LINKED, mirror)).searched());
        mirror.set("userPrincipalName", external("reis"));
        assertTrue(assigned(linked(ana, LinkState.LINKED, mirror)).searched().isPresent());
        mirror.set("userPrincipalName", external("ana")).set("mail", "reis@alderwood.example");
        assertTrue(assigned(linked(ana, LinkState.LINKED, mirror)).searched().isPresent());
    }

    @Test
    void whoIsKeptAndIsNotToBeAnyMoreLeaves() {
        SourceObject kept = linked(ana, LinkState.LINKED, mirror);
        assertTrue(unassigned(kept).leaves());
        assertFalse(assigned(kept).leaves());
        assertFalse(unassigned(unlinked(ana)).leaves());
        assertFalse(unassigned(linked(ana, LinkState.REMOVED, mirror)).leaves());
        assertFalse(unassigned(linked(ana, LinkState.LINKED)).leaves());
        ana.set("deletedDateTime", SampleJob.NOON);
        assertTrue(assigned(kept).leaves());
    }

    @Test
    void whoMayHaveToBeMadeIsMadeAheadWhereThatIsWanted() {
        assertEquals(Optional.empty(), made(false));
        Newcomer newcomer = made(true).orElseThrow();
        assertEquals(external("ana"), newcomer.user().text("userPrincipalName"));
        assertEquals(null, newcomer.user().get("createdDateTime"), "when, is not known yet");
    }

    private Optional<Newcomer> made(boolean newcomers) {
        SourceUser read =
                new SourceUser(ana.id(), Optional.of(ana), Optional.empty(), UserJudge.NEEDLESS, Optional.empty());
        SourceUser judged = new UserJudge(context, newcomers).judge(read, Set.of("role"));
        return assertInstanceOf(Mapping.Made.class, judged.mapping()).newcomer();
    }
}
