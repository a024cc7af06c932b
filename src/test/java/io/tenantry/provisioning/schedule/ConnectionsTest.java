package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.provisioning.job.JobControl;
import io.tenantry.store.Entity;
import org.junit.jupiter.api.Test;

/** What is forgotten of a link, and when it may be (provisioning-engine.md §1.10). */
class ConnectionsTest extends EngineTest {
    private boolean disconnect(String id) {
        return w.store.write(w.alderwood.tenant, session -> JobControl.disconnect(session, w.sync.job(), id));
    }

    private int entries() {
        return w.sync.status()
                .path("synchronizedEntryCountByType")
                .path(0)
                .path("value")
                .asInt();
    }

    @Test
    void nothingIsForgottenWhileTheJobRuns() {
        w.sync.cycle();
        assertFalse(disconnect(w.ana.id()));
        w.sync.unassign(w.ana);
        w.sync.cycle();
        assertTrue(w.birchline.external(w.ana).isEmpty(), "the link was kept");
    }

    @Test
    void whoIsForgottenIsManagedNoMoreByWhicheverEndHeWasNamed() {
        w.sync.cycle();
        w.sync.pause();
        assertTrue(disconnect(w.ana.id()));
        assertTrue(disconnect(w.target(w.ben).id()));
        assertTrue(disconnect("nobody"), "what is not linked stays so");
        w.sync.unassign(w.ana, w.ben, w.cho);
        Entity cho = w.target(w.cho);
        w.sync.cycle();
        assertTrue(w.birchline.external(w.ana).isPresent());
        assertTrue(w.birchline.external(w.ben).isPresent());
        assertTrue(w.birchline.inBin(cho));
    }

    @Test
    void whoIsStillInScopeIsMatchedAndCountedAnew() {
        w.sync.cycle();
        Entity ana = w.target(w.ana);
        w.sync.pause();
        disconnect(w.ana.id());
        disconnect(w.ana.id());
        w.sync.cycle();
        assertEquals(ana.id(), w.target(w.ana).id());
        assertEquals(3, entries());
        w.alderwood.patch(w.ana, user -> user.set("city", "Faro"));
        w.sync.cycle();
        assertEquals("Faro", w.target(w.ana).text("city"));
    }
}
