package io.tenantry.control.traffic;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.tenantry.control.ControlError;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.function.Consumer;

/** Server-sent events: their names say what there is anew. What it is, the other calls tell. */
@Path("/_tenantry/events")
public class EventsResource {
    /** Often enough that a front takes the connection for alive, and that one whose end was not told ends. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final Pulse pulse;

    EventsResource(Pulse pulse) {
        this.pulse = pulse;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> follow(@Context Sse sse) {
        if (pulse.isFull()) {
            throw tooMany();
        }
        Multi<String> news = Multi.createFrom().<String>emitter(this::begin, BackPressureStrategy.DROP);
        Multi<String> life = Multi.createFrom()
                .ticks()
                .every(SIGN_OF_LIFE)
                .onOverflow()
                .drop()
                .map(tick -> "alive");
        return Multi.createBy()
                .merging()
                .streams(Multi.createFrom().item("open"), news, life)
                .map(name -> sse.newEventBuilder().name(name).data(name).build());
    }

    private void begin(MultiEmitter<? super String> emitter) {
        Consumer<String> follower = emitter::emit;
        if (pulse.follow(follower)) {
            emitter.onTermination(() -> pulse.leave(follower));
        } else {
            emitter.fail(tooMany());
        }
    }

    private static ControlError tooMany() {
        return new ControlError(503, null, "too many follow the events of this server");
    }
}
