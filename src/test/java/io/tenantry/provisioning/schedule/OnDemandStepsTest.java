package io.tenantry.provisioning.schedule;

import static io.tenantry.provisioning.schedule.Entries.description;
import static io.tenantry.provisioning.schedule.Entries.details;
import static io.tenantry.provisioning.schedule.Entries.steps;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.ondemand.OnDemand;
import io.tenantry.store.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The steps that provisioning on demand shows, and how often it may be asked for (synchronization-api.md §10, provisioning-engine.md §1.9). */
class OnDemandStepsTest extends EngineTest {
    private static final String SCOPED = "EntrySynchronizationScoping scoping success";

    private JsonNode provision(Entity user) {
        OnDemand.Subject subject = new OnDemand.Subject(ObjectType.USER, user.id(), List.of());
        OnDemand.Result result = w.store.write(
                w.alderwood.tenant,
                session ->
                        w.onDemand.provision(session, w.sync.jobId, w.sync.servicePrincipal, subject, w.clock.now()));
        return ((OnDemand.Result.Done) result).entries().get(0);
    }

    @Test
    void aCreationBeginsWithWhatWasRetrievedOfTheSource() {
        JsonNode entry = provision(w.ana);
        assertEquals(
                List.of(
                        "EntryImport import success",
                        SCOPED,
                        "EntrySynchronizationAdd matching success",
                        "EntryExportAdd export success"),
                steps(entry));
        assertEquals(
                "Retrieved User 'ana@alderwood.onmicrosoft.com' from Azure Active Directory", description(entry, 0));
        assertEquals("Dock", details(entry, 0).get("department"));
    }

    @Test
    void anUpdateShowsWhatTheTargetHeld() {
        provision(w.ana);
        w.alderwood.patch(w.ana, user -> user.set("department", "Office"));
        JsonNode entry = provision(w.ana);
        assertEquals(
                List.of(
                        "EntryImport import success",
                        "EntryImport matching success",
                        SCOPED,
                        "EntrySynchronizationUpdate matching success",
                        "EntryExportUpdate export success"),
                steps(entry));
        assertEquals(
                "Retrieved User 'ana@alderwood.onmicrosoft.com' from Azure Active Directory (target tenant)",
                description(entry, 1));
        Map<String, String> held = details(entry, 1);
        assertEquals(w.target(w.ana).id(), held.get("objectId"));
        assertEquals("Dock", held.get("department"));
        assertEquals("True", held.get("accountEnabled"));
        assertEquals(null, held.get("city"), "what is absent is left out");
    }

    @Test
    void whoIsNotSentIsToldInTheScopingStep() {
        Entity dia = w.alderwood.user("dia");
        JsonNode entry = provision(dia);
        assertEquals(
                List.of(
                        "EntryImport import success",
                        "EntrySynchronizationScoping scoping skipped",
                        "EntrySynchronizationSkip export skipped"),
                steps(entry));
        Map<String, String> details = details(entry, 1);
        assertEquals("NotEffectivelyEntitled", details.get("SkipReason"));
        assertEquals("True", details.get("IsActive"));
        assertEquals("False", details.get("Assigned to the application"));
        assertEquals("True", details.get("IsInProvisioningScope"));
    }

    /** Who is disabled in the source is left to cycles, linked or not. */
    @Test
    void whoIsDisabledInTheSourceIsNeitherMadeNorChanged() {
        provision(w.ana);
        w.alderwood.patch(w.ana, user -> user.set("accountEnabled", false));
        JsonNode entry = provision(w.ana);
        assertEquals(
                "EntrySynchronizationSkip export skipped",
                steps(entry).get(steps(entry).size() - 1));
        assertEquals(true, w.target(w.ana).flag("accountEnabled"));
    }

    private Optional<Duration> admitted(Instant at) {
        return w.store.write(w.alderwood.tenant, session -> w.onDemand.admit(session, w.sync.jobId, at));
    }

    @Test
    void fiveRequestsAreTakenInTenSeconds() {
        Instant begin = w.clock.now();
        for (int second = 0; second < 5; second++) {
            assertEquals(Optional.empty(), admitted(begin.plusSeconds(second)));
        }
        assertEquals(Optional.of(Duration.ofSeconds(6)), admitted(begin.plusSeconds(4)));
        assertEquals(Optional.of(Duration.ofMillis(1)), admitted(begin.plusMillis(9_999)));
        assertEquals(Optional.empty(), admitted(begin.plusSeconds(10)), "the first is ten seconds ago");
        assertEquals(Optional.of(Duration.ofSeconds(1)), admitted(begin.plusSeconds(10)));
        assertEquals(Optional.empty(), admitted(begin.plusSeconds(11)));
    }

    @Test
    void requestsOfATimeThatIsStillToComeAreForgotten() {
        Instant begin = w.clock.now();
        for (int i = 0; i < 5; i++) {
            admitted(begin);
        }
        assertEquals(Optional.of(Duration.ofSeconds(10)), admitted(begin));
        assertEquals(Optional.empty(), admitted(begin.minusSeconds(3600)), "the clock was set back");
    }
}
