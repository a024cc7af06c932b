package io.tenantry.provisioning.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.format.Ids;
import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.Escrows;
import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectLinks;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import io.tenantry.store.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links and failures are rows of the source, objects and their managers those of the target. */
class StoredHoldingsTest {
    private static final int JOB = 7;
    private static final String BINDING = Ids.derived("home") + "/" + Ids.derived("ana");
    private static final String ADDRESS = "Ana@alderwood.example";
    private static final String NAME = "ana_alderwood.example#EXT#@birchline.onmicrosoft.com";
    private static final Candidate ANA = new Candidate(BINDING, ADDRESS, NAME);

    private Store store;
    private Tenant alder;
    private Tenant birch;

    @BeforeEach
    void open() {
        store = StoreUnderTest.ephemeral();
        alder = StoreUnderTest.tenant(store, "alder");
        birch = StoreUnderTest.tenant(store, "birch");
    }

    @AfterEach
    void close() {
        StoreUnderTest.close(store);
    }

    private void within(BiConsumer<Session, Session> work) {
        store.writeAll(registry -> {
            work.accept(registry.session(alder), registry.session(birch));
            return null;
        });
    }

    private static Holdings holdings(Session source, Session target) {
        return new StoredHoldings(source, target, JOB);
    }

    private static Entity user(String name) {
        return Entity.of("user", Ids.derived(name));
    }

    private static Entity deleted(String name) {
        return user(name).set("deletedDateTime", StoreUnderTest.NOW);
    }

    /** Whom a new look at the target finds for ana. */
    private static TargetMatch match(Session target, Map<String, Entity> known) {
        return new Matcher(TargetIndex.of(target, List.of(ANA), known)).match(ANA);
    }

    @Test
    void linksAndFailuresAreThoseOfTheJob() {
        within((source, target) -> {
            ObjectLink link = new ObjectLink(ObjectType.USER, "ana", "mirror", LinkState.LINKED, false);
            Escrow failed = new Escrow("ben", StoreUnderTest.NOW, 1, StoreUnderTest.NOW, "EntryConflict");
            new ObjectLinks(source, JOB).save(List.of(link));
            new Escrows(source, JOB).save(List.of(failed));
            Holdings holdings = holdings(source, target);
            assertEquals(Map.of("ana", link), holdings.links(List.of("ana", "ben")));
            assertEquals(List.of(link), holdings.linksTo(List.of("mirror", "other")));
            assertEquals(Map.of("ben", failed), holdings.escrows(List.of("ana", "ben")));
        });
    }

    @Test
    void targetsAreFoundInDeletedItemsAsWell() {
        within((source, target) -> {
            Entity ana = user("ana");
            Entity ben = deleted("ben");
            target.insertAll(List.of(ana, ben));
            source.insert(user("cho"));
            List<String> ids = List.of(ana.id(), ben.id(), user("cho").id());
            Holdings holdings = holdings(source, target);
            assertEquals(Set.of(ana.id(), ben.id()), holdings.targets(ids).keySet());
            assertEquals(Set.of(ana.id()), holdings.live(ids));
        });
    }

    @Test
    void managersAreThoseInTheTarget() {
        within((source, target) -> {
            Entity ana = user("ana");
            Entity ben = user("ben");
            target.insertAll(List.of(ana, ben));
            target.references().relate("manager", ana.id(), ben.id());
            assertEquals(Map.of(ana.id(), ben.id()), holdings(source, target).managers(List.of(ana.id(), ben.id())));
        });
    }

    @Test
    void whoIsBoundIsFoundWhateverHisAddressAndName() {
        within((source, target) -> {
            Entity bound = user("bound").set(HiddenProperties.BINDING, BINDING).set("mail", "other@cedar.example");
            target.insert(bound);
            Matcher matcher = new Matcher(holdings(source, target).index(List.of(ANA), Map.of()));
            TargetMatch.Bound match = assertInstanceOf(TargetMatch.Bound.class, matcher.match(ANA));
            assertEquals(bound.id(), match.target().id());
        });
    }

    @Test
    void whatIsAtHandGoesBeforeWhatIsStored() {
        within((source, target) -> {
            Entity stored = user("bound").set(HiddenProperties.BINDING, BINDING);
            target.insert(stored);
            Entity atHand = stored.copy().set("city", "Faro");
            TargetMatch match = match(target, Map.of(atHand.id(), atHand));
            assertSame(atHand, assertInstanceOf(TargetMatch.Bound.class, match).target());
        });
    }

    @Test
    void anAddressIsTakenAsMailAsProxyAddressAndAsSignInName() {
        for (Entity holder : List.of(
                user("u").set("mail", ADDRESS),
                user("u").set("proxyAddresses", List.of("smtp:" + ADDRESS)),
                user("u").set("userPrincipalName", ADDRESS))) {
            within((source, target) -> {
                target.insert(holder);
                assertInstanceOf(TargetMatch.Collision.class, match(target, Map.of()), holder.toString());
                target.remove(holder);
                assertEquals(new TargetMatch.None(), match(target, Map.of()));
            });
        }
    }

    @Test
    void aNameIsTakenUntilItsHolderIsDeleted() {
        within((source, target) -> {
            Entity holder = user("u").set("userPrincipalName", NAME);
            target.insert(holder);
            assertInstanceOf(TargetMatch.Collision.class, match(target, Map.of()));
            target.update(holder.set("deletedDateTime", StoreUnderTest.NOW));
            assertEquals(new TargetMatch.None(), match(target, Map.of()));
        });
    }

    @Test
    void whoWouldHaveChangedByNowIsSeenAsChanged() {
        within((source, target) -> {
            Entity holder = user("u").set("userPrincipalName", NAME);
            target.insert(holder);
            TargetIndex index = TargetIndex.of(
                    target, List.of(ANA), Map.of(), each -> each.copy().set("userPrincipalName", "free@birch.example"));
            assertEquals(new TargetMatch.None(), new Matcher(index).match(ANA));
        });
    }

    @Test
    void whereNobodyIsLookedForWhatIsAtHandIsKept() {
        Entity stored = user("u");
        Entity atHand = stored.copy();
        assertSame(
                atHand,
                TargetIndex.of(null, List.of(), Map.of(atHand.id(), atHand)).latest(stored));
    }
}
