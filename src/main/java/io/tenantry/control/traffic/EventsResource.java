package io.tenantry.control.traffic;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
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

    /** Whoever has no place is told so: the answer begins with a place or not at all. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> follow(@Context Sse sse) {
        UnicastProcessor<String> news = UnicastProcessor.create();
        news.onNext("open");
        Consumer<String> follower = news::onNext;
        if (!pulse.follow(follower)) {
            throw new ControlError(503, null, "too many follow the events of this server");
        }
        Multi<String> life = Multi.createFrom()
                .ticks()
                .every(SIGN_OF_LIFE)
                .onOverflow()
                .drop()
                .map(tick -> "alive");
        return Multi.createBy()
                .merging()
                .streams(
                        news.onTermination()
                                .invoke(() -> pulse.leave(follower))
                                .onOverflow()
                                .drop(),
                        life)
                .map(name -> sse.newEventBuilder().name(name).data(name).build());
    }
}
