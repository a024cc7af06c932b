package io.tenantry.control.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.control.ControlBody;
import io.tenantry.fault.Faults;
import io.tenantry.throttle.Throttling;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;

/** Faults to be injected into calls of Graph and the token service, and whether applications are throttled. */
@Path("/_tenantry/faults")
@Produces(MediaType.APPLICATION_JSON)
public class FaultsResource {
    private final Faults faults;
    private final FaultBody rules;
    private final Throttling throttling;

    FaultsResource(Faults faults, FaultBody rules, Throttling throttling) {
        this.faults = faults;
        this.rules = rules;
        this.throttling = throttling;
    }

    @GET
    public ObjectNode show() {
        return faults.shown().put("throttling", throttling.isOn());
    }

    /** In place of all rules before; without a word on throttling it is as at the start. */
    @PUT
    public void set(byte[] body) {
        ControlBody given = ControlBody.of(body, Set.of("rules", "seed", "throttling"));
        Optional<Boolean> throttled = given.flag("throttling");
        faults.set(rules.read(given));
        throttled.ifPresentOrElse(throttling::set, throttling::reset);
    }

    @DELETE
    public void clear() {
        faults.clear();
        throttling.reset();
    }
}
