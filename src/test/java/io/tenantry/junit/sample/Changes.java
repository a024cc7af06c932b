package io.tenantry.junit.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.junit.Control;
import io.tenantry.junit.Graph;
import io.tenantry.junit.InTenant;
import io.tenantry.junit.Outbox;
import io.tenantry.junit.TenantryTest;
import io.tenantry.junit.Tenants;
import io.tenantry.junit.TestClock;
import io.tenantry.junit.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** Each test changes whatever it can, and meets nothing that was changed. */
@TenantryTest
class Changes {
    private static final String LIV = "/v1.0/users/liv.aasen@fernholm.example";

    @RepeatedTest(3)
    void nothingIsLeftOfOtherTests(
            @InTenant("source") Graph source, Tenants tenants, TestClock clock, Outbox outbox, Control control) {
        assertEquals("Liv Åsen", source.get(LIV).ok().get("displayName").asText());
        assertEquals(2, tenants.all().size());
        assertTrue(clock.now().isBefore(Instant.now().plusSeconds(60)));
        assertEquals(List.of(), outbox.mails());
        assertEquals(0, control.get("/faults").ok().get("rules").size());

        source.patch(LIV, Map.of("displayName", "Somebody else")).expect(204);
        Map<String, Object> invitation = Map.of(
                "invitedUserEmailAddress", "nora@guest.example",
                "inviteRedirectUrl", "https://app.example",
                "sendInvitationMessage", true);
        source.post("/v1.0/invitations", invitation).expect(201);
        String id = "0a0a0a0a-0000-4000-8000-000000000001";
        tenants.add(Map.of("id", id, "displayName", "A third", "initialDomain", "third.onmicrosoft.com"));
        control.put("/faults", "{\"rules\":[{\"match\":{\"path\":\"/v1.0/groups\"},\"answer\":{\"status\":503}}]}")
                .expect(204);
        Instant later = clock.advance(Duration.ofDays(2));
        assertTrue(later.isAfter(Instant.now().plus(Duration.ofDays(1))));

        assertEquals("invitation", outbox.to("nora@guest.example").get(0).kind());
        outbox.clear();
        assertEquals(List.of(), outbox.mails());

        assertEquals("Somebody else", source.get(LIV).ok().get("displayName").asText());
        assertEquals(503, source.get("/v1.0/groups").status());
        assertFalse(tenants.get(id).graph().all("/v1.0/directoryRoleTemplates").isEmpty());
    }

    @AfterEach
    void where(TestServer server) {
        System.out.println("server " + server.http());
    }
}
