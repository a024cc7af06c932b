package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.ondemand.OnDemand;
import io.tenantry.store.Entity;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two users of the source who have one mail address have one user in the target (provisioning-engine.md §3). */
class SharedTargetTest extends EngineTest {
    private Entity twin;
    private Entity target;

    @BeforeEach
    void twins() {
        twin = w.alderwood.user(
                "twin", user -> user.set("mail", w.ana.text("mail")).set("proxyAddresses", List.of()));
        w.sync.assign(twin);
        w.sync.cycle();
        assertEquals(3, w.birchline.externals().size());
        target = w.birchline.externals().stream()
                .filter(each -> w.ana.text("mail").equals(each.text("mail")))
                .findFirst()
                .orElseThrow();
    }

    private boolean isThere() {
        return w.birchline.externals().stream().anyMatch(each -> each.id().equals(target.id()));
    }

    @Test
    void whoLeavesLeavesItToTheOther() {
        w.sync.unassign(w.ana);
        assertEquals(List.of("skip"), actions());
        w.sync.cycle();
        assertTrue(isThere());
        assertEquals("other skipped", last(w.ana));
        w.alderwood.patch(w.ana, user -> user.set("city", "Faro"));
        w.sync.cycle();
        assertEquals(null, city());
        w.alderwood.patch(twin, user -> user.set("city", "Porto"));
        w.sync.cycle();
        assertEquals("Porto", city());
    }

    @Test
    void theLastOneTakesItAway() {
        w.sync.unassign(twin);
        w.sync.cycle();
        assertTrue(isThere());
        w.sync.unassign(w.ana);
        assertEquals(List.of("delete"), actions());
        w.sync.cycle();
        assertEquals(2, w.birchline.externals().size());
        assertEquals("delete success", last(w.ana));
    }

    @Test
    void bothTakeItAwayOnce() {
        w.sync.deleteThreshold(1);
        w.sync.unassign(w.ana, twin);
        assertEquals(List.of("delete", "skip"), actions());
        w.sync.cycle();
        assertEquals(2, w.birchline.externals().size());
        assertEquals("Active", w.sync.code());
    }

    @Test
    void eitherBringsItBack() {
        w.sync.unassign(w.ana, twin);
        w.sync.cycle();
        w.sync.assign(w.ana);
        w.sync.cycle();
        assertTrue(isThere());
        w.sync.unassign(w.ana);
        w.sync.cycle();
        w.sync.assign(twin);
        w.sync.cycle();
        assertTrue(isThere());
    }

    @Test
    void whoIsDeletedInTheSourceLeavesItToTheOtherToo() {
        w.alderwood.delete(w.ana, w.clock.now());
        w.sync.cycle();
        assertTrue(isThere());
        w.alderwood.delete(twin, w.clock.now());
        w.sync.cycle();
        assertEquals(2, w.birchline.externals().size());
    }

    /** Hired again under the same address before a cycle knows of either: the target loses nobody, whatever its threshold is. */
    @Test
    void whoComesInSomebodysPlaceTakesItOver() {
        w.sync.deleteThreshold(0);
        Entity made = w.target(w.ben);
        w.alderwood.delete(w.ben, w.clock.now());
        Entity heir = w.alderwood.user(
                "heir", user -> user.set("mail", w.ben.text("mail")).set("proxyAddresses", List.of()));
        w.sync.assign(heir);
        assertEquals(List.of("skip", "update"), actions());
        w.sync.cycle();
        assertEquals("Active", w.sync.code());
        assertEquals(3, w.birchline.externals().size());
        w.alderwood.patch(heir, user -> user.set("city", "Faro"));
        w.sync.cycle();
        assertEquals("Faro", w.birchline.live(made.id()).orElseThrow().text("city"));
    }

    /** Each gives it the manager that he has himself: of the one who waits for his, that of the other is the former one. */
    @Test
    void theManagerOfOneIsTheFormerOneOfTheOther() {
        Entity eli = w.alderwood.user("eli");
        w.sync.assign(eli);
        w.alderwood.manager(w.ana, w.ben);
        w.alderwood.manager(twin, eli);
        String ben = w.target(w.ben).id();
        assertEquals(ben + " null", plannedManager());
        w.sync.cycle();
        JsonNode last = Entries.newest(w.sync, twin).path("modifiedProperties");
        assertEquals(ben, last.path(last.size() - 1).path("oldValue").asText());
        assertEquals(
                w.target(eli).id(), last.path(last.size() - 1).path("newValue").asText());
    }

    /** Of the twin, before and after; who is not there yet has no id. */
    private String plannedManager() {
        return w.sync.plan()
                .get("objects")
                .valueStream()
                .filter(each -> each.at("/source/id").asText().equals(twin.id()))
                .flatMap(each -> each.get("changes").valueStream())
                .filter(each -> each.get("name").asText().equals("manager"))
                .map(each ->
                        each.get("before").asText() + " " + each.get("after").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onDemandAsWell() {
        w.sync.unassign(w.ana);
        provision(w.ana);
        assertTrue(isThere());
        w.sync.unassign(twin);
        provision(twin);
        assertEquals(2, w.birchline.externals().size());
    }

    private String city() {
        return w.birchline
                .read(session -> session.find("user", target.id()))
                .orElseThrow()
                .text("city");
    }

    private void provision(Entity user) {
        OnDemand.Subject subject = new OnDemand.Subject(ObjectType.USER, user.id(), List.of());
        w.store.write(
                w.alderwood.tenant,
                session ->
                        w.onDemand.provision(session, w.sync.jobId, w.sync.servicePrincipal, subject, w.clock.now()));
    }

    private List<String> actions() {
        return w.sync.plan()
                .get("objects")
                .valueStream()
                .map(each -> each.get("action").asText())
                .sorted()
                .toList();
    }

    private String last(Entity user) {
        List<String> log = w.sync.log(user);
        return log.get(log.size() - 1);
    }
}
