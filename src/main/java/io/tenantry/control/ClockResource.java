package io.tenantry.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.time.VirtualClock;
import io.tenantry.world.CycleControl;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Set;

/** Virtual time. */
@Path("/_tenantry/clock")
@Produces(MediaType.APPLICATION_JSON)
public class ClockResource {
    private final VirtualClock clock;
    private final CycleControl cycles;

    ClockResource(VirtualClock clock, CycleControl cycles) {
        this.clock = clock;
        this.cycles = cycles;
    }

    @GET
    public ObjectNode show() {
        return Json.object().put("now", Json.instant(clock.now())).put("frozen", clock.frozen());
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

    /** Answers when every cycle that fell due on the way has finished. */
    @POST
    @Path("/advance")
    public ObjectNode advance(byte[] bytes) {
        ControlBody body = ControlBody.of(bytes, Set.of("by"));
        String by =
                body.text("by").orElseThrow(() -> ControlError.badRequest("by", "by is missing: {\"by\":\"PT40M\"}"));
        cycles.advanceTo(Moments.after(clock.now(), "by", by));
        return show();
    }
}
