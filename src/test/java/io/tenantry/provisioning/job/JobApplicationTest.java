package io.tenantry.provisioning.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.format.Json;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The roles by which an object is assigned, as expressions read them. */
class JobApplicationTest {
    private static final Value.Role CREW = new Value.Role("crew", "Harbour.Crew", "Crew");
    private static final Value.Role PILOT = new Value.Role("pilot", null, "Pilot");

    private final JobApplication application = JobApplication.of(Entity.of("servicePrincipal", "principal")
            .set(
                    "appRoles",
                    Json.parse("[{\"id\":\"pilot\",\"value\":null,\"displayName\":\"Pilot\"},"
                            + "{\"id\":\"crew\",\"value\":\"Harbour.Crew\",\"displayName\":\"Crew\"}]")));

    @Test
    void whoIsNotAssignedHasNone() {
        assertEquals(Value.NOTHING, application.assigned(Set.of()));
    }

    @Test
    void severalStandInTheOrderOfTheApplication() {
        assertEquals(new Value.Many(List.of(CREW)), application.assigned(Set.of("crew")));
        assertEquals(new Value.Many(List.of(PILOT, CREW)), application.assigned(Set.of("crew", "pilot")));
    }

    @Test
    void oneThatTheApplicationDoesNotNameIsDefaultAccessAndComesLast() {
        Value.Role access = new Value.Role("none", null, "Default Access");
        assertEquals(new Value.Many(List.of(access)), application.assigned(Set.of("none")));
        assertEquals(new Value.Many(List.of(CREW, access)), application.assigned(Set.of("none", "crew")));
    }
}
