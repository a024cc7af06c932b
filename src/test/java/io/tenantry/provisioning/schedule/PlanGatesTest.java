package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.plan.Planner;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What lets the next cycle of a job begin, and whom an explanation is of. */
class PlanGatesTest extends EngineTest {
    private List<String> gates() {
        return new Planner(w.store, w.contexts, () -> "2023", w.clock)
                .gates(w.alderwood.tenant, w.sync.jobId)
                .orElseThrow()
                .valueStream()
                .map(each -> each.path("gate").asText() + " " + each.path("met").asBoolean() + " "
                        + each.path("value").asText())
                .toList();
    }

    @Test
    void theyAreThoseOfBothTenantsPoliciesAndThatOfTheJob() {
        w.sync.start();
        assertEquals(
                List.of(
                        "sourceRedemption true automaticUserConsentSettings.outboundAllowed true (partner)",
                        "targetSynchronization true identitySynchronization.userSyncInbound.isSyncAllowed true",
                        "targetRedemption true automaticUserConsentSettings.inboundAllowed true (partner)",
                        "job true Active, NotRun"),
                gates());
        w.birchline.partner(w.alderwood, "inboundAllowed", false);
        w.birchline.allowSyncFrom(w.alderwood, false);
        w.sync.pause();
        assertEquals(
                List.of(
                        "targetSynchronization false identitySynchronization.userSyncInbound.isSyncAllowed false",
                        "targetRedemption false automaticUserConsentSettings.inboundAllowed false (partner)",
                        "job false Paused, Paused"),
                gates().subList(1, 4));
    }

    @Test
    void withoutTargetNoneOfThePoliciesIsOpen() {
        w.sync.start();
        w.sync.secret("CompanyId", "");
        assertEquals(
                List.of(
                        "sourceRedemption false The credentials of the job are not complete.",
                        "targetSynchronization false The credentials of the job are not complete.",
                        "targetRedemption false The credentials of the job are not complete.",
                        "job true Active, NotRun"),
                gates());
    }

    @Test
    void aSchemaThatCannotBeReadClosesTheJob() {
        w.sync.start();
        w.sync.map("jobTitle", "source", Json.object().put("type", "Function").put("expression", "Left("));
        assertTrue(gates().get(3).startsWith("job false schemaInvalid: "), gates().toString());
    }

    @Test
    void aJobThatIsNotThereHasNone() {
        assertTrue(new Planner(w.store, w.contexts, () -> "2023", w.clock)
                .gates(w.alderwood.tenant, "nosuch")
                .isEmpty());
    }

    private JsonNode explained(String user) {
        return w.explainer.explain(w.alderwood.tenant, w.sync.jobId, user).orElseThrow();
    }

    @Test
    void aUserIsNamedByHisIdHoweverItIsSpelt() {
        w.sync.start();
        assertEquals(
                w.ana.id(),
                explained(w.ana.id().toUpperCase(Locale.ROOT)).at("/user/id").asText());
        assertEquals(
                "create",
                explained(w.ana.id().toUpperCase(Locale.ROOT)).path("verdict").asText());
    }

    @Test
    void whatIsNoUserIsUnknown() {
        w.sync.start();
        Entity crew = w.alderwood.group("Crew");
        JsonNode told = explained(crew.id());
        assertEquals("unknown", told.path("verdict").asText());
        assertTrue(told.at("/user/displayName").isNull());
        assertEquals(4, told.path("gates").size(), "those of the job only");
    }
}
