package io.tenantry.token.authorize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.store.PostgresServer;
import jakarta.enterprise.inject.Typed;

/** Sign-ins with what they leave, once more, on the other database. */
@QuarkusTest
@WithTestResource(PostgresServer.class)
@Typed(AuthorizeOnPostgresTest.class) // not of the class that it extends
class AuthorizeOnPostgresTest extends AuthorizeTest {}
