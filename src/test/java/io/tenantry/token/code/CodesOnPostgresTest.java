package io.tenantry.token.code;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.store.PostgresServer;
import jakarta.enterprise.inject.Typed;

/** What the store keeps of codes, once more, on the other database. */
@QuarkusTest
@WithTestResource(PostgresServer.class)
@Typed(CodesOnPostgresTest.class) // not of the class that it extends
class CodesOnPostgresTest extends CodesTest {}
