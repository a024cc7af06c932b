package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.Escrows;
import io.tenantry.store.Entity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of users who fail until they do so no more (provisioning-engine.md §1.6). */
class FailuresTest extends EngineTest {
    private List<Escrow> failures() {
        return w.alderwood.read(session -> new Escrows(
                        session,
                        SyncJobs.find(session, w.sync.jobId).orElseThrow().number())
                .page("", 9));
    }

    private static Escrow failed(Entity user, int attempts, Duration next) {
        return new Escrow(
                user.id(), World.BEGIN, attempts, World.BEGIN.plus(next), "InvitationCreationFailureAmbiguousUser");
    }

    @Test
    void eachAttemptIsCountedFromTheFirstOneUntilOneSucceeds() {
        Entity desk = w.birchline.user("desk", user -> user.set("mail", w.ana.text("mail")));
        w.sync.cycle();
        assertEquals(List.of(failed(w.ana, 1, Duration.ofHours(6))), failures());
        w.advance("PT6H");
        assertEquals(List.of(failed(w.ana, 2, Duration.ofHours(12))), failures());
        w.birchline.purge(desk);
        w.advance("PT6H");
        assertEquals(List.of(), failures());
        assertEquals(List.of("create failure", "create failure", "create success"), w.sync.log(w.ana));
    }

    @Test
    void whoWaitedForANameInVainHasFailedOnce() {
        w.sync.cycle();
        w.birchline.user("desk", user -> user.set("userPrincipalName", external("reis")));
        w.alderwood.patch(w.ana, user -> user.set("userPrincipalName", "reis@alderwood.onmicrosoft.com"));
        w.sync.cycle();
        assertEquals(1, failures().get(0).attempts());
        assertEquals("EntryConflict", failures().get(0).code());
    }

    private static String external(String name) {
        return name + "_alderwood.onmicrosoft.com#EXT#@birchline.onmicrosoft.com";
    }
}
