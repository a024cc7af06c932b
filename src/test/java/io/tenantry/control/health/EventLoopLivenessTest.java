package io.tenantry.control.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class EventLoopLivenessTest {
    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void end() {
        goOn.countDown();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aServerIsAliveWhileAllItsLoopsTurn() {
        assertEquals(Status.UP, status());
        ((VertxInternal) vertx).nettyEventLoopGroup().next().execute(this::hang);
        assertEquals(Status.DOWN, status());
        goOn.countDown();
        assertEquals(Status.UP, status());
    }

    private Status status() {
        return new EventLoopLiveness(vertx)
                .call()
                .await()
                .atMost(Duration.ofSeconds(20))
                .getStatus();
    }

    private void hang() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
