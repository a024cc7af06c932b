package io.tenantry.provisioning.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** provisioning-engine.md §3: whom a source user meets in the target, whatever the spelling of addresses and names. */
class MatcherTest {
    private static final String HOME = "5a1de000-5eed-4a11-8d00-00000000a11d";
    private static final String ADDRESS = "ana@alderwood.example";
    private static final String NAME = "ana_alderwood.example#EXT#@birchline.onmicrosoft.com";
    private static final Candidate ANA = new Candidate(HOME + "/ana", ADDRESS, NAME);

    private final TargetIndex index = TargetIndex.of(null, List.of(), Map.of());
    private final Matcher matcher = new Matcher(index);

    private Entity held(String type, String id, Consumer<Entity> filled) {
        Entity object = Entity.of(type, id);
        filled.accept(object);
        index.found(object);
        return object;
    }

    private Entity invited(String id, boolean enabled) {
        return held("user", id, user -> user.set("mail", ADDRESS.toUpperCase())
                .set("creationType", "Invitation")
                .set("accountEnabled", enabled));
    }

    private Entity bound(String id, String binding) {
        return held("user", id, user -> user.set("mail", ADDRESS).set(HiddenProperties.BINDING, binding));
    }

    private String collision() {
        return assertInstanceOf(TargetMatch.Collision.class, matcher.match(ANA))
                .failure()
                .code();
    }

    @Test
    void nobodyIsThere() {
        assertEquals(new TargetMatch.None(), matcher.match(ANA));
    }

    @Test
    void theBindingGoesBeforeWhoeverHoldsTheAddress() {
        held("group", "sales", group -> group.set("mail", ADDRESS));
        Entity ana = held("user", "a", user -> user.set(HiddenProperties.BINDING, HOME.toUpperCase() + "/ANA"));
        assertSame(
                ana,
                assertInstanceOf(TargetMatch.Bound.class, matcher.match(ANA)).target());
    }

    @Test
    void anInvitationToTheSameAddressIsTakenUpUnlessItIsDisabled() {
        Entity guest = invited("a", true);
        assertSame(
                guest,
                assertInstanceOf(TargetMatch.Pending.class, matcher.match(ANA)).target());
        invited("b", false);
        assertEquals("InvitationCreationFailureUserAccountDisabled", collision(), "of two, the one in the way counts");
    }

    @Test
    void twoInvitationsToOneAddressAreOneTooMany() {
        invited("a", true);
        invited("b", true);
        Failure failure = assertInstanceOf(TargetMatch.Collision.class, matcher.match(ANA))
                .failure();
        assertEquals("DuplicateTargetEntries", failure.code());
        assertEquals("2 users of the target hold the address " + ADDRESS + ".", failure.reason());
    }

    @Test
    void anotherUserOfTheSameHomeIsSharedAndOneOfAnotherHomeCollides() {
        Entity shared = bound("a", HOME + "/other");
        assertSame(
                shared,
                assertInstanceOf(TargetMatch.Shared.class, matcher.match(ANA)).target());
        index.replace(
                shared, Entity.of("user", "a").set("mail", ADDRESS).set(HiddenProperties.BINDING, "elsewhere/ana"));
        assertEquals("InvitationCreationFailureAmbiguousUser", collision());
    }

    @Test
    void groupsAndInternalUsersCollideByMailProxyAddressAndSignInName() {
        Entity group = held("group", "g", each -> each.set("proxyAddresses", List.of("SMTP:" + ADDRESS)));
        assertEquals("InvitationCreationFailureInvalidPropertyValue", collision());
        index.free(group);
        assertEquals(new TargetMatch.None(), matcher.match(ANA));
        Entity internal = held("user", "u", each -> each.set("userPrincipalName", "ANA@alderwood.example"));
        assertEquals("InvitationCreationFailureAmbiguousUser", collision());
        index.free(internal);
        assertEquals(new TargetMatch.None(), matcher.match(ANA));
    }

    @Test
    void theNameItselfMayBeTaken() {
        held("user", "u", each -> each.set("userPrincipalName", NAME.toLowerCase()));
        assertEquals("EntryConflict", collision());
    }

    @Test
    void deletedObjectsStandInNobodysWay() {
        held("user", "u", each -> each.set("mail", ADDRESS).set("deletedDateTime", "2026-03-01T08:00:00Z"));
        assertEquals(new TargetMatch.None(), matcher.match(ANA));
    }

    @Test
    void whatTheBatchMadeGoesBeforeWhatIsRead() {
        Entity changed = held("user", "u", each -> each.set("mail", "new@alderwood.example"));
        index.found(Entity.of("user", "u").set("mail", ADDRESS));
        assertEquals(new TargetMatch.None(), matcher.match(ANA));
        assertSame(changed, index.latest(Entity.of("user", "u")));
    }

    @Test
    void whoIsDeletedLeavesBindingAddressAndName() {
        Entity ana = held("user", "a", user -> user.set(HiddenProperties.BINDING, ANA.binding())
                .set("mail", ADDRESS)
                .set("userPrincipalName", NAME));
        assertInstanceOf(TargetMatch.Bound.class, matcher.match(ANA));
        index.replace(ana, ana.copy().set("deletedDateTime", "2026-03-01T08:00:00Z"));
        assertEquals(new TargetMatch.None(), matcher.match(ANA));
    }

    @Test
    void aChangeMayTakeNeitherAddressNorNameOfAnother() {
        Entity changed = Entity.of("user", "u").set("mail", ADDRESS).set("userPrincipalName", NAME);
        index.found(changed);
        assertEquals(Optional.empty(), matcher.conflict(changed), "its own");
        Entity other = held("user", "v", each -> each.set("proxyAddresses", List.of("smtp:" + ADDRESS)));
        assertEquals(
                "Another object already holds the address " + ADDRESS + ".",
                matcher.conflict(changed).orElseThrow().reason());
        index.free(other);
        assertEquals(Optional.empty(), matcher.conflict(changed));
        held("user", "w", each -> each.set("userPrincipalName", NAME));
        assertEquals(
                "Another object with the same value for property userPrincipalName already exists: " + NAME + ".",
                matcher.conflict(changed).orElseThrow().reason());
        assertEquals(
                Optional.empty(),
                matcher.conflict(Entity.of("user", "x").set("userPrincipalName", "free@birchline.onmicrosoft.com")));
    }
}
