package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.job.Proposal;
import io.tenantry.provisioning.plan.PlanAction;
import io.tenantry.provisioning.plan.PlanGone;
import io.tenantry.provisioning.plan.PlanPages.Page;
import io.tenantry.provisioning.plan.PlanPages.View;
import io.tenantry.provisioning.plan.PlanPosition;
import io.tenantry.store.Entity;
import io.tenantry.store.StoreUnderTest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A plan says of each object what would be done to it, in pages that are all of one plan. */
class PlanPagesTest extends EngineTest {
    private static final Set<PlanAction> ALL = EnumSet.allOf(PlanAction.class);

    private Page first(int most, Set<PlanAction> actions) {
        return w.plans
                .first(w.alderwood.tenant, w.sync.jobId, Proposal.NONE, new View(most, actions))
                .orElseThrow();
    }

    private Page next(PlanPosition position, int most, Set<PlanAction> actions) {
        return w.plans
                .next(w.alderwood.tenant, w.sync.jobId, Proposal.NONE, position, new View(most, actions))
                .orElseThrow();
    }

    private static List<String> sources(Page page) {
        return page.shown()
                .path("objects")
                .valueStream()
                .map(each -> each.at("/source/id").asText())
                .toList();
    }

    private JsonNode planned(Entity user) {
        return w.sync.plan()
                .path("objects")
                .valueStream()
                .filter(each -> each.at("/source/id").asText().equals(user.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void pagesHaveEveryObjectOnceAndTheCountsOfAll() {
        w.alderwood.user("dia");
        w.sync.start();
        Page page = first(2, ALL);
        List<String> seen = new ArrayList<>(sources(page));
        assertEquals(2, seen.size());
        Optional<PlanPosition> next = page.next();
        w.alderwood.patch(w.ana, user -> user.set("city", "Faro"));
        while (next.isPresent()) {
            page = next(PlanPosition.of(next.get().token()).orElseThrow(), 2, ALL);
            assertEquals(3, page.shown().at("/counts/create").asInt());
            assertEquals(1, page.shown().at("/counts/skip").asInt());
            seen.addAll(sources(page));
            next = page.next();
        }
        assertEquals(4, seen.size());
        assertEquals(4, new HashSet<>(seen).size());
    }

    @Test
    void aPageThatHoldsAllHasNoneBehindIt() {
        w.sync.start();
        assertEquals(Optional.empty(), first(3, ALL).next());
        assertEquals(3, sources(first(3, ALL)).size());
        assertEquals(2, sources(first(2, ALL)).size());
        assertTrue(first(2, ALL).next().isPresent());
    }

    @Test
    void onlyTheActionsThatAreAskedForAreShown() {
        Entity dia = w.alderwood.user("dia");
        w.sync.start();
        Page skips = first(10, EnumSet.of(PlanAction.SKIP));
        assertEquals(List.of(dia.id()), sources(skips));
        assertEquals(3, skips.shown().at("/counts/create").asInt());
        Page creations = first(2, EnumSet.of(PlanAction.CREATE));
        assertEquals(
                1,
                sources(next(creations.next().orElseThrow(), 2, EnumSet.of(PlanAction.CREATE)))
                        .size());
        assertEquals(List.of(), sources(first(10, EnumSet.of(PlanAction.FAIL))));
    }

    @Test
    void whatIsNotKeptIsMadeAgainWhereItWouldStillBeTheSame() {
        w.sync.start();
        PlanPosition position = first(2, ALL).next().orElseThrow();
        anotherServer();
        assertEquals(1, sources(next(position, 2, ALL)).size());
        anotherServer();
        w.alderwood.patch(w.ana, user -> user.set("city", "Faro"));
        assertThrows(PlanGone.class, () -> next(position, 2, ALL));
    }

    private void anotherServer() {
        StoreUnderTest.close(w.store);
        w.reopen();
    }

    @Test
    void onlyTheLastFourPlansAreKept() {
        w.sync.start();
        PlanPosition eldest = first(1, ALL).next().orElseThrow();
        for (String city : List.of("Faro", "Porto", "Braga")) {
            w.alderwood.patch(w.ana, user -> user.set("city", city));
            first(1, ALL);
        }
        assertEquals(1, sources(next(eldest, 1, ALL)).size());
        w.alderwood.patch(w.ana, user -> user.set("city", "Olhao"));
        first(1, ALL);
        assertThrows(PlanGone.class, () -> next(eldest, 1, ALL));
    }

    @Test
    void anObjectIsShownWithWhatIsThereAndWhatChanges() {
        w.sync.start();
        JsonNode created = planned(w.ana);
        assertEquals(
                "create User",
                created.path("action").asText() + " " + created.path("type").asText());
        assertTrue(created.at("/target/id").isNull(), "it is not there yet");
        assertEquals(
                "ana_alderwood.onmicrosoft.com#EXT#@birchline.onmicrosoft.com",
                created.at("/target/userPrincipalName").asText());
        assertTrue(created.path("code").isNull() && created.path("reason").isNull());
        w.sync.cycle();
        w.alderwood.patch(w.ana, user -> user.set("department", "Office"));
        JsonNode updated = planned(w.ana);
        assertEquals("update", updated.path("action").asText());
        assertEquals(w.target(w.ana).id(), updated.at("/target/id").asText());
        assertEquals("ana", updated.at("/source/displayName").asText());
        assertEquals(
                w.ana.text("userPrincipalName"),
                updated.at("/source/userPrincipalName").asText());
        assertEquals(
                "[{\"name\":\"department\",\"before\":\"Dock\",\"after\":\"Office\"}]",
                updated.path("changes").toString());
    }

    @Test
    void whoLeavesOrFailsOrComesBackIsToldApart() {
        w.sync.cycle();
        w.sync.unassign(w.ana);
        w.alderwood.patch(w.ben, user -> user.set("accountEnabled", false));
        w.birchline.patch(w.target(w.cho), user -> user.set("onPremisesSyncEnabled", true));
        w.alderwood.patch(w.cho, user -> user.set("city", "Faro"));
        assertEquals("delete", planned(w.ana).path("action").asText());
        assertEquals("disable", planned(w.ben).path("action").asText());
        assertEquals("fail", planned(w.cho).path("action").asText());
        assertEquals(
                "AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises",
                planned(w.cho).path("code").asText());
        w.sync.deleteThreshold(1);
        JsonNode staged = planned(w.ana);
        assertEquals(
                "stagedDelete TooManyDeletes",
                staged.path("action").asText() + " " + staged.path("code").asText());
        assertEquals(w.target(w.ana).id(), staged.at("/target/id").asText());
        w.sync.deleteThreshold(5);
        w.sync.cycle();
        w.sync.assign(w.ana);
        assertEquals("restore", planned(w.ana).path("action").asText());
    }

    @Test
    void managersFlowInThePlanAsInTheCycle() {
        Entity eli = w.alderwood.user("eli");
        w.alderwood.manager(w.ana, w.ben);
        w.alderwood.manager(w.cho, eli);
        w.sync.start();
        JsonNode manager = planned(w.ana)
                .path("changes")
                .valueStream()
                .filter(each -> each.path("name").asText().equals("manager"))
                .findFirst()
                .orElseThrow();
        assertTrue(manager.path("after").isNull(), "ben has no object there yet");
        assertEquals(
                "UnableToResolveReferenceAttributeValue",
                planned(w.cho).path("code").asText());
        assertTrue(planned(w.cho).path("reason").asText().contains(eli.id()));
        w.sync.cycle();
        w.alderwood.manager(w.ana, w.cho);
        w.alderwood.write(session -> session.references().unrelate("manager", w.ana.id(), w.ben.id()));
        JsonNode changed = planned(w.ana);
        assertEquals("update", changed.path("action").asText());
        assertEquals(
                "[{\"name\":\"manager\",\"before\":\"" + w.target(w.ben).id() + "\",\"after\":\""
                        + w.target(w.cho).id() + "\"}]",
                changed.path("changes").toString());
    }

    @Test
    void aGroupIsPlannedWithItsMembers() {
        w.sync.withGroups();
        Entity crew = w.alderwood.group("Crew", w.ana, w.ben);
        w.sync.assign(crew);
        w.sync.start();
        JsonNode made = planned(crew);
        assertEquals(
                "create Group",
                made.path("action").asText() + " " + made.path("type").asText());
        assertEquals(
                2,
                made.path("changes")
                        .valueStream()
                        .filter(each -> each.path("name").asText().equals("members"))
                        .count());
        w.sync.cycle();
        w.alderwood.leave(crew, w.ben);
        JsonNode left = planned(crew);
        assertEquals("update", left.path("action").asText());
        assertEquals(w.target(w.ben).id(), left.at("/changes/0/before").asText());
        assertTrue(left.at("/changes/0/after").isNull());
        assertTrue(left.path("code").isNull());
    }
}
