package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.store.Entity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** References that a cycle sets or takes away are changes of the target, which its delta queries and its own jobs tell of. */
class ReferenceChangesTest extends EngineTest {
    /** Kind, object and other end of the target's changes of a reference that came while this was done. */
    private List<String> changes(String reference, Runnable act) {
        List<String> before = changes(reference);
        act.run();
        List<String> all = changes(reference);
        return all.subList(before.size(), all.size());
    }

    private List<String> changes(String reference) {
        return new ArrayList<>(w.birchline.read(session -> session.query(
                "select kind, object_id, other from change where tenant = {tenant} and name = ? order by seq",
                row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3),
                reference)));
    }

    private void manager(Entity user, Entity manager) {
        w.alderwood.write(
                session -> session.references().targets("manager", user.id()).forEach(former -> session.references()
                        .unrelate("manager", user.id(), former)));
        w.alderwood.manager(user, manager);
    }

    @Test
    void aManagerIsAddedAndTheFormerOneTakenAway() {
        w.sync.cycle();
        String ana = w.target(w.ana).id();
        String ben = w.target(w.ben).id();
        String cho = w.target(w.cho).id();
        manager(w.ana, w.ben);
        assertEquals(List.of("ADDED " + ana + " " + ben), changes("manager", w.sync::cycle));
        manager(w.ana, w.cho);
        assertEquals(
                List.of("TAKEN " + ana + " " + ben, "ADDED " + ana + " " + cho), changes("manager", w.sync::cycle));
        assertEquals(
                List.of(cho),
                List.copyOf(w.birchline.read(session -> session.references().targets("manager", ana))),
                "he has one");
    }

    @Test
    void membersComeAndGo() {
        w.sync.withGroups();
        Entity crew = w.alderwood.group("Crew", w.ana);
        w.sync.assign(crew);
        w.sync.cycle();
        String made = w.birchline.groups("Crew").get(0).id();
        String ana = w.target(w.ana).id();
        assertEquals(List.of("ADDED " + made + " " + ana), changes("member"));
        w.alderwood.leave(crew, w.ana);
        w.alderwood.join(crew, w.ben);
        assertEquals(
                List.of("ADDED " + made + " " + w.target(w.ben).id(), "TAKEN " + made + " " + ana),
                changes("member", w.sync::cycle));
    }
}
