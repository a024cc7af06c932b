package io.tenantry.provisioning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.error.GraphError;
import io.tenantry.provisioning.cycle.QuarantineOnDemand;
import io.tenantry.provisioning.status.QuarantineReason;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a quarantine leaves in the audit log when it begins, and again only for another reason (insights-and-feeds.md §2). */
class ImpositionTest extends EngineTest {
    private QuarantineOnDemand service;

    @BeforeEach
    void service() {
        service = new QuarantineOnDemand(w.store, w.clock, w.config(), w.outbox);
        w.sync.cycle();
    }

    private void impose(QuarantineReason reason) {
        service.impose(w.alderwood.tenant, w.sync.jobId, reason);
    }

    private List<JsonNode> audits() {
        return Entries.audits(w.alderwood).stream()
                .filter(each -> each.path("activityDisplayName").asText().equals("Quarantine"))
                .toList();
    }

    @Test
    void itNamesTheApplicationAndTheReason() {
        impose(QuarantineReason.INGESTION);
        JsonNode application = audits().get(0).at("/targetResources/0");
        assertEquals(
                List.of("ServicePrincipal", w.sync.servicePrincipal.id(), "Harbour sync"),
                List.of(
                        application.path("type").asText(),
                        application.path("id").asText(),
                        application.path("displayName").asText()));
        assertEquals(
                List.of(
                        "Details " + QuarantineReason.INGESTION.message(),
                        "ErrorCode " + QuarantineReason.INGESTION.wireName(),
                        "EventName Quarantine",
                        "ipaddr "),
                audits().get(0)
                        .path("additionalDetails")
                        .valueStream()
                        .map(each -> each.path("key").asText() + " "
                                + each.path("value").asText())
                        .toList());
    }

    @Test
    void theSameReasonIsToldOnceAndAnotherOneAgain() {
        impose(QuarantineReason.INGESTION);
        impose(QuarantineReason.INGESTION);
        assertEquals(1, audits().size());
        impose(QuarantineReason.UNKNOWN);
        assertEquals(2, audits().size());
        assertEquals(
                QuarantineReason.UNKNOWN.wireName(),
                w.sync.status().at("/quarantine/reason").asText());
    }

    @Test
    void aJobThatIsNotThereIsNotFound() {
        GraphError refused = assertThrows(
                GraphError.class, () -> service.impose(w.alderwood.tenant, "nosuch", QuarantineReason.UNKNOWN));
        assertEquals(404, refused.status());
    }
}
