package io.tenantry.control.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.tenantry.store.StoreWatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is who can read and write. The watch knows; the probe itself waits for nothing. */
@Readiness
@ApplicationScoped
public class StoreReadiness implements AsyncHealthCheck {
    private final StoreWatch watch;

    StoreReadiness(StoreWatch watch) {
        this.watch = watch;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        Optional<String> trouble = watch.trouble();
        var response = HealthCheckResponse.named("store").status(trouble.isEmpty());
        trouble.ifPresent(reason -> response.withData("reason", reason));
        return Uni.createFrom().item(response.build());
    }
}
