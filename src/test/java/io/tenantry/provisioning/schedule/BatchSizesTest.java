package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a batch ends, before the last object, with it or behind it, a cycle does the same. */
class BatchSizesTest extends EngineTest {
    private void world(int batch) {
        w.close();
        w = World.empty(database("batches"), batch).populated();
    }

    private Set<String> targets(Entity... users) {
        return Set.copyOf(Stream.of(users).map(w::target).map(Entity::id).toList());
    }

    private String managerOf(Entity user) {
        Set<String> managers = w.birchline.read(session -> Set.copyOf(
                session.references().targets("manager", w.target(user).id())));
        return String.join(" ", managers);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everyoneIsReadOnceAndReferencesFollow(int batch) {
        world(batch);
        w.alderwood.manager(w.ana, w.ben);
        w.alderwood.manager(w.ben, w.cho);
        w.alderwood.manager(w.cho, w.ana);
        ObjectNode execution = w.sync.cycle();
        assertEquals(3, execution.path("countImported").asInt());
        assertEquals(3, execution.path("countExported").asInt());
        for (Entity user : List.of(w.ana, w.ben, w.cho)) {
            assertEquals(List.of("create success"), w.sync.log(user));
        }
        assertEquals(w.target(w.ben).id(), managerOf(w.ana));
        assertEquals(w.target(w.cho).id(), managerOf(w.ben));
        assertEquals(w.target(w.ana).id(), managerOf(w.cho));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void groupsAreFilledAndEmptiedMemberByMember(int batch) {
        world(batch);
        w.sync.withGroups();
        Entity crew = w.alderwood.group("Crew", w.ana, w.ben, w.cho);
        Entity deck = w.alderwood.group("Deck", w.ben, w.cho);
        w.sync.assign(crew, deck);
        w.sync.cycle();
        Entity madeCrew = w.birchline.groups("Crew").get(0);
        Entity madeDeck = w.birchline.groups("Deck").get(0);
        assertEquals(targets(w.ana, w.ben, w.cho), w.birchline.members(madeCrew));
        assertEquals(targets(w.ben, w.cho), w.birchline.members(madeDeck));
        w.alderwood.leave(crew, w.ana);
        w.alderwood.leave(crew, w.ben);
        w.alderwood.leave(crew, w.cho);
        w.alderwood.join(deck, w.ana);
        w.sync.cycle();
        assertEquals(Set.of(), w.birchline.members(madeCrew));
        assertEquals(targets(w.ana, w.ben, w.cho), w.birchline.members(madeDeck));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whoLeavesIsDeletedOrHeldBackWholly(int batch) {
        world(batch);
        w.sync.deleteThreshold(2);
        w.sync.cycle();
        List<Entity> made = List.of(w.target(w.ana), w.target(w.ben), w.target(w.cho));
        w.sync.unassign(w.ana, w.ben, w.cho);
        w.sync.cycle();
        assertTrue(made.stream().noneMatch(w.birchline::inBin));
        for (Entity user : List.of(w.ana, w.ben, w.cho)) {
            assertEquals(List.of("create success", "stagedDelete skipped"), w.sync.log(user));
        }
        w.sync.deleteThreshold(3);
        w.sync.start();
        assertEquals(3, w.sync.cycle().path("countExported").asInt());
        assertTrue(made.stream().allMatch(w.birchline::inBin));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whoIsGoneForGoodIsFoundByAnInitialCycle(int batch) {
        world(batch);
        w.sync.cycle();
        List<Entity> made = List.of(w.target(w.ana), w.target(w.ben), w.target(w.cho));
        for (Entity user : List.of(w.ana, w.ben, w.cho)) {
            w.alderwood.delete(user, w.clock.now());
            w.alderwood.purge(user);
        }
        w.sync.restart();
        w.sync.cycle();
        assertTrue(made.stream().allMatch(w.birchline::inBin));
    }
}
