package io.tenantry.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.DefaultBean;
import io.tenantry.resource.CycleControl;
import io.tenantry.resource.GraphError;
import io.tenantry.resource.Quiescence;
import io.tenantry.store.Tenant;
import io.tenantry.time.VirtualClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** A server without an engine: there are no cycles, only time passes. */
@DefaultBean
@ApplicationScoped
class NoCycles implements CycleControl, Quiescence {
    private final VirtualClock clock;

    NoCycles(VirtualClock clock) {
        this.clock = clock;
    }

    @Override
    public JsonNode runNow(Tenant tenant, String jobId) {
        throw GraphError.notFound(jobId);
    }

    @Override
    public void advanceTo(Instant instant) {
        clock.set(instant, clock.frozen());
    }

    @Override
    public void exclusively(Runnable work) {
        work.run();
    }
}
