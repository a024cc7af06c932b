package io.tenantry.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.error.GraphError;
import io.tenantry.store.Tenant;
import java.time.Instant;

/** Makes cycles run on demand of the control API; both calls return when every one of them is done. */
public interface CycleControl {
    /**
     * One cycle of a started job, now.
     *
     * @return its counters
     * @throws GraphError 404 where the tenant has no such job, 409 where it is not started
     */
    JsonNode runNow(Tenant tenant, String jobId);

    /** Moves the virtual clock to an instant, running each cycle that falls due on the way at its own time, in order. */
    void advanceTo(Instant instant);
}
