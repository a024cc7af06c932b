package io.tenantry.robustness;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.store.PostgresServer;

/** The same requests, and the same answers, on the other database. */
@QuarkusTest
@WithTestResource(PostgresServer.class)
class RandomRequestsOnPostgresTest extends RandomRequestCases {}
