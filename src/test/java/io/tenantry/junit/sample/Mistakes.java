package io.tenantry.junit.sample;

import io.tenantry.junit.Graph;
import io.tenantry.junit.InTenant;
import io.tenantry.junit.Tenant;
import io.tenantry.junit.TenantryTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each fails, and says why. */
class Mistakes {
    @Nested
    @TenantryTest
    class Tenants {
        @Test
        void noneIsNamed(Graph graph) {}

        @Test
        void noneIsCalledSo(@InTenant("soucre") Tenant tenant) {}
    }

    @Nested
    @TenantryTest(scenario = "missing.yaml")
    class OfTheScenario {
        @Test
        void thereIsNone() {}
    }

    @Nested
    @TenantryTest(scenario = "broken.yaml")
    class InTheScenario {
        @Test
        void itDoesNotFit() {}
    }
}
