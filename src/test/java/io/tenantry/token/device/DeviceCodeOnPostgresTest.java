package io.tenantry.token.device;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.store.PostgresServer;
import jakarta.enterprise.inject.Typed;

/** Sign-ins of devices, once more, on the other database. */
@QuarkusTest
@WithTestResource(PostgresServer.class)
@Typed(DeviceCodeOnPostgresTest.class) // not of the class that it extends
class DeviceCodeOnPostgresTest extends DeviceCodeTest {}
