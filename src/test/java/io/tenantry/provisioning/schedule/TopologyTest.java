package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.store.Entity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several tenants and jobs; each arrow is a configuration with users of its own (provisioning-engine.md §13). */
class TopologyTest extends EngineTest {
    @Test
    void aUserGoesFromOneTenantIntoMany() {
        TestSync other = new TestSync(w, w.alderwood, w.cedarhall);
        other.assign(w.ana);
        w.sync.cycle();
        other.cycle();
        assertTrue(w.cedarhall.external(w.ana).isPresent());
        assertEquals(3, w.birchline.externals().size());
        other.unassign(w.ana);
        other.cycle();
        assertTrue(w.cedarhall.external(w.ana).isEmpty());
        assertTrue(w.birchline.external(w.ana).isPresent(), "the other arrow is another one");
    }

    @Test
    void usersOfManyTenantsMeetInOneWithoutMixing() {
        Entity ana = w.cedarhall.user("ana");
        TestSync other = new TestSync(w, w.cedarhall, w.birchline);
        other.assign(ana);
        w.sync.cycle();
        other.cycle();
        assertEquals(4, w.birchline.externals().size());
        other.unassign(ana);
        other.cycle();
        assertTrue(w.birchline.external(ana).isEmpty());
        assertTrue(w.birchline.external(w.ana).isPresent(), "she has the same name at another home");
    }

    @Test
    void nobodyIsSentOn() {
        TestSync on = new TestSync(w, w.birchline, w.cedarhall);
        on.secret("SyncAll", "true");
        TestSync back = new TestSync(w, w.birchline, w.alderwood);
        back.secret("SyncAll", "true");
        w.sync.cycle();
        Entity local = w.birchline.user("local");
        on.cycle();
        back.cycle();
        assertEquals(1, w.cedarhall.externals().size());
        assertTrue(w.cedarhall.external(local).isPresent());
        assertEquals(1, w.alderwood.externals().size());
        assertTrue(w.alderwood.external(local).isPresent());
    }

    /** Tenants of a mesh: ten make ninety jobs. */
    int mesh() {
        return 10;
    }

    @Test
    void aMeshOfTenantsSettlesAndStaysSo() {
        List<TestTenant> tenants = new ArrayList<>(List.of(w.alderwood, w.birchline, w.cedarhall));
        for (int i = tenants.size(); i < mesh(); i++) {
            tenants.add(w.tenant("tenant" + i));
        }
        for (int i = 3; i < mesh(); i++) {
            tenants.get(i).user("user" + i);
        }
        List<TestSync> syncs = mesh(tenants);
        syncs.forEach(TestSync::cycle);
        long members = mesh();
        for (TestTenant tenant : tenants) {
            long home = tenant == w.alderwood ? 3 : tenant == w.birchline || tenant == w.cedarhall ? 0 : 1;
            assertEquals(members - home, tenant.externals().size());
        }
        List<Integer> audits =
                tenants.stream().map(each -> each.audits().size()).toList();
        syncs.forEach(TestSync::cycle);
        syncs.forEach(each -> assertEquals(
                0, each.status().path("lastExecution").path("countExported").asInt()));
        assertEquals(audits, tenants.stream().map(each -> each.audits().size()).toList());
    }

    private List<TestSync> mesh(List<TestTenant> tenants) {
        List<TestSync> syncs = new ArrayList<>();
        for (TestTenant from : tenants) {
            for (TestTenant to : tenants) {
                if (from != to) {
                    TestSync sync = new TestSync(w, from, to);
                    sync.secret("SyncAll", "true");
                    syncs.add(sync);
                }
            }
        }
        return syncs;
    }

    @Test
    void crossingJobsOfOnePairBothKeepTheirUsers() {
        Entity bo = w.birchline.user("bo");
        TestSync back = new TestSync(w, w.birchline, w.alderwood);
        back.assign(bo);
        w.sync.cycle();
        back.cycle();
        w.alderwood.patch(w.ana, user -> user.set("city", "Faro"));
        w.birchline.patch(bo, user -> user.set("city", "Porto"));
        back.cycle();
        w.sync.cycle();
        assertEquals("Faro", w.target(w.ana).text("city"));
        assertEquals("Porto", w.alderwood.external(bo).orElseThrow().text("city"));
        assertFalse(w.sync.log().stream()
                .anyMatch(entry -> "create".equals(entry.text("provisioningAction"))
                        && entry.properties().toString().contains(bo.id())));
    }
}
