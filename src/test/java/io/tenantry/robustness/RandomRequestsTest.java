package io.tenantry.robustness;

import io.quarkus.test.junit.QuarkusTest;

/** On the embedded store. */
@QuarkusTest
class RandomRequestsTest extends RandomRequestCases {}
