package io.tenantry.control.health;

import io.netty.util.concurrent.EventExecutor;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** Alive is whose event loops all turn: a connection that lies on one that does not is never answered. */
@Liveness
@ApplicationScoped
public class EventLoopLiveness implements AsyncHealthCheck {
    private static final Duration LONGEST_TURN = Duration.ofSeconds(1);

    private final Vertx vertx;

    EventLoopLiveness(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("event loops");
        return Uni.join()
                .all(turns())
                .andFailFast()
                .ifNoItem()
                .after(LONGEST_TURN)
                .fail()
                .map(all -> response.up().build())
                .onFailure()
                .recoverWithItem(() -> response.down().build());
    }

    private List<Uni<Boolean>> turns() {
        List<Uni<Boolean>> turns = new ArrayList<>();
        for (EventExecutor loop : ((VertxInternal) vertx).nettyEventLoopGroup()) {
            turns.add(Uni.createFrom().emitter(turn -> loop.execute(() -> turn.complete(true))));
        }
        return turns;
    }
}
