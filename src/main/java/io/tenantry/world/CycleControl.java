package io.tenantry.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.error.GraphError;
import io.tenantry.store.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes cycles run on demand of the control API; calls return when every one of them is done. */
public interface CycleControl {
    /**
     * Cycles of one job that ran on the way through time.
     *
     * @param exported changes that they wrote, all together
     */
    record Ran(Tenant tenant, String jobId, int cycles, long exported) {}

    /** When the next cycle of any job falls due; empty where none is started. */
    Optional<Instant> nextRun();

    /**
     * One cycle of a started job, now.
     *
     * @return its counters
     * @throws GraphError 404 where the tenant has no such job, 409 where it is not started
     */
    JsonNode runNow(Tenant tenant, String jobId);

    /**
     * Moves the virtual clock to an instant, running each cycle that falls due on the way at its own time, in order.
     *
     * @return what ran, job by job
     */
    List<Ran> advanceTo(Instant instant);
}
