package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.StoreUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has been kept for thirty days goes at its moment: deleted items, deleted policies, cycles that ended. */
class PurgesTest extends EngineTest {
    private static final Instant DUE = World.BEGIN.plus(Duration.ofDays(30));
    private static final Duration MOMENT = Duration.ofNanos(1000);

    private RetentionPurge purge;

    @BeforeEach
    void open() {
        purge = new RetentionPurge(w.store, StoreUnderTest.tenants(w.store));
    }

    private static long rows(TestTenant tenant, String from) {
        return tenant.read(session ->
                        session.query("select count(*) from " + from + " and tenant = {tenant}", row -> row.getLong(1)))
                .get(0);
    }

    private long inBin() {
        return rows(w.alderwood, "directory_object where deleted_date_time is not null");
    }

    @Test
    void dueNextIsWhatWasDeletedFirstInWhateverTenant() {
        assertEquals(Optional.empty(), purge.nextDue());
        w.alderwood.delete(w.ana, World.BEGIN);
        assertEquals(Optional.of(DUE), purge.nextDue());
        Entity fay = w.birchline.user("fay");
        w.birchline.delete(fay, World.BEGIN.minusSeconds(1));
        assertEquals(Optional.of(DUE.minusSeconds(1)), purge.nextDue());
    }

    @Test
    void aDeletedUserIsGoneAtTheMomentAndNotBefore() {
        w.alderwood.delete(w.ana, World.BEGIN);
        w.alderwood.delete(w.ben, World.BEGIN.plus(MOMENT));
        purge.purge(DUE.minus(MOMENT));
        assertTrue(w.alderwood.inBin(w.ana));
        purge.purge(DUE);
        assertFalse(w.alderwood.inBin(w.ana));
        assertTrue(w.alderwood.inBin(w.ben));
    }

    @Test
    void howManyThereAreAllGo() {
        List<Entity> crowd = Stream.generate(() -> Entity.of("group", Ids.random())
                        .set("displayName", "Crowd")
                        .set("deletedDateTime", World.BEGIN))
                .limit(201)
                .toList();
        w.alderwood.write(session -> session.insertAll(crowd));
        assertEquals(201, inBin());
        purge.purge(DUE);
        assertEquals(0, inBin());
    }

    @Test
    void deletedPoliciesGoWhetherOrNotAnObjectIsDue() {
        String partners = "entity where type = 'crossTenantAccessPolicyConfigurationPartner'";
        w.cedarhall.write(session -> session.insert(
                Entity.childOf("deletedItems", "crossTenantAccessPolicyConfigurationPartner", w.alderwood.tenant.id())
                        .set("deletedDateTime", World.BEGIN)));
        purge.purge(DUE);
        assertEquals(1, rows(w.cedarhall, partners));
        purge.purge(DUE.plus(MOMENT));
        assertEquals(0, rows(w.cedarhall, partners));
    }

    @Test
    void cyclesThatEndedAreKeptAsLongAsTheirLogEntries() {
        w.sync.cycle();
        w.sync.pause();
        w.history.purge(DUE);
        assertEquals(1, rows(w.alderwood, "sync_run where number > 0"));
        w.history.purge(DUE.plus(MOMENT));
        assertEquals(0, rows(w.alderwood, "sync_run where number > 0"));
    }
}
