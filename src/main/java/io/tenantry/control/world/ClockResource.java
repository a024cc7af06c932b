package io.tenantry.control.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.control.ControlBody;
import io.tenantry.control.ControlError;
import io.tenantry.control.Moments;
import io.tenantry.control.job.JobState;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.store.Store;
import io.tenantry.time.VirtualClock;
import io.tenantry.world.CycleControl;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Virtual time. */
@Path("/_tenantry/clock")
@Produces(MediaType.APPLICATION_JSON)
public class ClockResource {
    /** In place of a moment: that of the next cycle. */
    private static final String NEXT_RUN = "nextRun";

    private final VirtualClock clock;
    private final CycleControl cycles;
    private final Store store;

    ClockResource(VirtualClock clock, CycleControl cycles, Store store) {
        this.clock = clock;
        this.cycles = cycles;
        this.store = store;
    }

    @GET
    public ObjectNode show() {
        return Json.object()
                .put("now", Json.instant(clock.now()))
                .put("frozen", clock.frozen())
                .put(NEXT_RUN, cycles.nextRun().map(Json::instant).orElse(null));
    }

    /** What is not given stays as it is. */
    @PUT
    public ObjectNode set(byte[] bytes) {
        ControlBody body = ControlBody.of(bytes, Set.of("now", "frozen"));
        boolean frozen = body.flag("frozen").orElse(clock.frozen());
        Instant now = body.text("now").map(text -> Moments.instant("now", text)).orElseGet(clock::now);
        clock.set(now, frozen);
        return show();
    }

    /** Answers when every cycle that fell due on the way has finished, with what ran. */
    @POST
    @Path("/advance")
    public ObjectNode advance(byte[] bytes) {
        ControlBody body = ControlBody.of(bytes, Set.of("by", "to"));
        ArrayNode ran = ran(cycles.advanceTo(end(body, clock.now())));
        return show().set("ran", ran);
    }

    private Instant end(ControlBody body, Instant now) {
        Optional<String> by = body.text("by");
        Optional<String> to = body.text("to");
        if (by.isPresent() == to.isPresent()) {
            throw ControlError.badRequest(
                    "by",
                    "say how far, {\"by\":\"PT40M\"}, or where to, {\"to\":\"nextRun\"} or {\"to\":\"2026-05-01T08:00:00Z\"}");
        }
        if (by.isPresent()) {
            return Moments.after(now, "by", by.get());
        }
        if (!to.get().equals(NEXT_RUN)) {
            return Moments.later(now, "to", to.get());
        }
        return cycles.nextRun()
                .map(next -> next.isBefore(now) ? now : next)
                .orElseThrow(() -> new ControlError(409, "to", "there is no next cycle: no job is started"));
    }

    private ArrayNode ran(List<CycleControl.Ran> ran) {
        ArrayNode shown = Json.array();
        for (CycleControl.Ran each : ran) {
            store.read(each.tenant(), session -> SyncJobs.find(session, each.jobId())
                            .flatMap(job -> JobState.of(session, job)))
                    .ifPresent(job -> shown.addObject()
                            .put("tenant", each.tenant().id())
                            .put("cycles", each.cycles())
                            .put("exported", each.exported())
                            .set("job", job));
        }
        return shown;
    }
}
