package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.audit.Actor;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.provisioning.cycle.Cycle;
import io.tenantry.store.Entity;
import io.tenantry.store.StoreUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What grows with every write goes with the virtual clock, and nobody misses anything of it. */
class HistoryTest extends EngineTest {
    private static final String VALUES = "object_value where tenant = {tenant} and property = 'targetResources/id'";

    private long count(TestTenant tenant, String from) {
        return tenant.read(session -> session.query("select count(*) from " + from, row -> row.getLong(1)))
                .get(0);
    }

    private long rows(String table) {
        return count(w.alderwood, table + " where tenant = {tenant}");
    }

    private void restart(TestRetention retention) {
        StoreUnderTest.close(w.store);
        w.retention = retention;
        w.reopen();
    }

    /** One cycle, and then none. */
    private void runOnce() {
        w.sync.cycle();
        w.sync.pause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"provisioning_log", "directory_audit"})
    void logEntriesGoAfterThirtyDays(String log) {
        runOnce();
        long entries = rows(log);
        w.advance("P30D");
        assertEquals(entries, rows(log));
        assertTrue(entries > 0);

        w.advance("PT0.000001S");
        assertEquals(0, rows(log));
        assertEquals(0, count(w.alderwood, VALUES));
    }

    @Test
    void theLogsOfEveryTenantGo() {
        runOnce();
        assertTrue(count(w.birchline, VALUES) > 0);
        w.advance("P31D");
        assertEquals(List.of(), w.birchline.audits());
        assertEquals(0, count(w.birchline, VALUES));
    }

    @Test
    void youngerEntriesAndTheValuesOfObjectsStay() {
        runOnce();
        long addresses = count(w.alderwood, "object_value where tenant = {tenant} and property = 'proxyAddresses'");
        w.advance("P20D");
        w.alderwood.write(
                session -> AuditLog.record(session, w.clock.now(), new Actor.App(null, "Test", null), events(1)));
        w.advance("P20D");
        assertEquals(1, rows("directory_audit"));
        assertEquals(1, count(w.alderwood, VALUES));
        assertEquals(
                addresses, count(w.alderwood, "object_value where tenant = {tenant} and property = 'proxyAddresses'"));
    }

    private static List<AuditEvent> events(int number) {
        return IntStream.range(0, number)
                .mapToObj(i ->
                        AuditEvent.of("Update user", "UserManagement", "Update").target("User", "u" + i, null, null))
                .toList();
    }

    @Test
    void changesGoAfterSevenDays() {
        w.advance("P4D");
        w.alderwood.patch(w.ana, ana -> ana.set("city", "Faro"));
        w.advance("P4D");
        assertEquals(1, rows("change"));
        w.advance("P4D");
        assertEquals(0, rows("change"));
        assertEquals(0, count(w.birchline, "change where tenant = {tenant}"));
    }

    @Test
    void whatIsMadeDuringAnAdvanceIsKeptFromItsOwnTimeOn() {
        w.sync.start();
        w.advance("P1D");
        long made = count(w.birchline, "change where tenant = {tenant}");
        assertTrue(made > 0);
        w.advance("P6D");
        assertEquals(made, count(w.birchline, "change where tenant = {tenant}"));
        w.advance("P2D");
        assertEquals(0, count(w.birchline, "change where tenant = {tenant}"));
    }

    @Test
    void zeroKeepsEverythingForEver() {
        restart(TestRetention.FOR_EVER);
        runOnce();
        List<Long> before = List.of(rows("change"), rows("directory_audit"), rows("provisioning_log"));
        w.advance("P400D");
        assertEquals(before, List.of(rows("change"), rows("directory_audit"), rows("provisioning_log")));
    }

    @Test
    void eachKindHasAnAgeOfItsOwn() {
        restart(new TestRetention(Duration.ofMinutes(1), Duration.ofDays(2), Duration.ZERO));
        runOnce();
        long entries = rows("provisioning_log");
        w.advance("PT2M");
        assertEquals(0, rows("change"));
        assertTrue(rows("directory_audit") > 0);
        w.advance("P3D");
        assertEquals(0, rows("directory_audit"));
        assertEquals(entries, rows("provisioning_log"));
    }

    @Test
    void aTickTakesAPartOnlyAndTheNextOneGoesOn() {
        w.alderwood.write(session -> AuditLog.record(
                session, w.clock.now(), new Actor.App(null, "Test", null), events(2 * HistoryPurge.BATCH + 1)));
        w.clock.set(World.BEGIN.plus(Duration.ofDays(31)), true);
        for (int left : List.of(HistoryPurge.BATCH + 1, 1, 0)) {
            w.history.look(w.clock.now());
            assertEquals(left, rows("directory_audit"));
            assertEquals(left, count(w.alderwood, VALUES));
        }
    }

    @Test
    void ticksOfARunningClockTakeWhatIsOldAndThoseOfAFrozenOneNothing() {
        runOnce();
        w.clock.set(World.BEGIN.plus(Duration.ofDays(31)), true);
        w.scheduler.tick();
        assertTrue(rows("provisioning_log") > 0);

        w.clock.set(w.clock.now(), false);
        w.scheduler.tick();
        assertEquals(0, rows("provisioning_log") + rows("directory_audit"));
    }

    @Test
    void whereNothingIsDueNothingIsLookedAtForSevenHours() {
        w.history.look(w.clock.now());
        w.alderwood.patch(w.ana, ana -> ana.set("city", "Faro"));
        long marks = rows("change_mark");
        w.clock.set(World.BEGIN.plus(Duration.ofMinutes(419)), true);
        w.history.look(w.clock.now());
        assertEquals(marks, rows("change_mark"));
        w.clock.set(World.BEGIN.plus(Duration.ofMinutes(420)), true);
        w.history.look(w.clock.now());
        assertEquals(marks + 1, rows("change_mark"));
    }

    @Test
    void aClockThatWasSetBackKeepsNoLookAway() {
        w.history.look(w.clock.now());
        w.alderwood.patch(w.ana, ana -> ana.set("city", "Faro"));
        w.clock.set(World.BEGIN.minus(Duration.ofDays(100)), true);
        w.advance("P8D");
        assertEquals(0, rows("change"));
    }

    @Test
    void aJobThatWasPausedForLongerThanChangesAreKeptMissesNothing() {
        Entity eli = w.alderwood.user("eli");
        Entity fay = w.alderwood.user("fay");
        Entity gus = w.alderwood.user("gus");
        Entity crew = w.alderwood.group("Crew", fay);
        w.sync.assign(crew);
        runOnce();
        Entity ana = w.target(w.ana);
        Entity ben = w.target(w.ben);
        Entity cho = w.target(w.cho);
        Entity fays = w.target(fay);
        long entries = rows("provisioning_log");

        w.alderwood.patch(w.ana, each -> each.set("city", "Faro"));
        w.sync.unassign(w.ben);
        w.alderwood.delete(w.cho, w.clock.now());
        w.alderwood.leave(crew, fay);
        w.alderwood.join(crew, gus);
        w.sync.assign(eli);
        w.advance("P8D");
        assertEquals(0, rows("change"));
        w.alderwood.purge(w.cho);

        assertEquals("Succeeded", w.sync.cycle().get("state").asText());
        assertEquals(ana.id(), w.target(w.ana).id());
        assertEquals("Faro", w.target(w.ana).text("city"));
        assertTrue(w.birchline.inBin(ben));
        assertTrue(w.birchline.inBin(cho));
        assertTrue(w.birchline.inBin(fays));
        assertTrue(w.birchline.external(eli).isPresent());
        assertTrue(w.birchline.external(gus).isPresent());
        assertTrue(rows("provisioning_log") > entries);

        w.alderwood.patch(w.ana, each -> each.set("city", "Olhao"));
        assertEquals(1, w.sync.cycle().get("countImportedDeltas").asInt()); // incremental again
    }

    @Test
    void aJobPausedForAShorterTimeReadsWhatChanged() {
        runOnce();
        w.alderwood.patch(w.ana, each -> each.set("city", "Faro"));
        w.advance("P6D");
        assertEquals(1, w.sync.cycle().get("countImportedDeltas").asInt());
        assertEquals("Faro", w.target(w.ana).text("city"));
    }

    /** A cycle that a stopped server left behind, whose log entries go before it goes on. */
    @Test
    void aCycleThatStoodStillForLongerThanTheLogIsKeptComesToItsEnd() {
        w.alderwood.manager(w.ana, w.ben);
        w.alderwood.manager(w.ben, w.cho);
        w.alderwood.manager(w.cho, w.ana);
        w.sync.start();
        Cycle cycle = w.cycle(new TestConfig(1));
        while (rows("sync_link") < 3) {
            w.store.writeAll(registry -> cycle.batch(registry, w.clock.now()));
        }
        assertTrue(rows("sync_reference") > 0);
        w.clock.set(World.BEGIN.plus(Duration.ofDays(31)), true);
        w.history.purge(w.clock.now());
        assertEquals(0, rows("provisioning_log"));

        w.sync.cycle();
        assertFalse(rows("sync_reference") > 0);
        assertEquals(3, count(w.birchline, "relation where tenant = {tenant} and kind = 'manager'"));
    }
}
