package io.tenantry.junit.sample;

import io.tenantry.junit.TenantryTest;
import io.tenantry.junit.TestServer;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Does not end by itself. */
@TenantryTest
class Waiting {
    @Test
    void forEver(TestServer server) throws InterruptedException {
        System.out.println("waiting for ever, server " + server.http());
        new CountDownLatch(1).await();
    }
}
