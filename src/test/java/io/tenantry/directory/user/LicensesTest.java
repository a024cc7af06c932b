package io.tenantry.directory.user;

import static io.tenantry.directory.World.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.directory.World;
import io.tenantry.directory.license.SkuCatalog;
import io.tenantry.directory.license.SubscribedSkus;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LicensesTest {
    private static final String SKU = SkuCatalog.skuId("ENTRA_SUITE");

    @Inject
    World world;

    World.Place here;

    @BeforeEach
    void tenant() {
        here = world.tenant();
    }

    private void assign(Entity user, String sku) {
        here.call(
                "user",
                "assignLicense",
                user,
                "{\"addLicenses\": [{\"skuId\": \"%s\", \"disabledPlans\": []}], \"removeLicenses\": []}"
                        .formatted(sku));
    }

    private int consumed() {
        return here.<Integer>read(session -> SubscribedSkus.consumed(session, SKU));
    }

    private Entity located(String name) {
        return here.user(name, ", \"usageLocation\": \"PT\"");
    }

    @Test
    void aLicenceBringsItsPlansAndTakesAUnit() {
        Entity user = located("iris");
        assign(user, SKU);
        assertFalse(here.fresh(user).array("assignedPlans").isEmpty());
        assertEquals(1, consumed());
        here.call("user", "assignLicense", user, "{\"addLicenses\": [], \"removeLicenses\": [\"%s\"]}".formatted(SKU));
        assertEquals(0, consumed());
    }

    @Test
    void whatStandsInTheWayIsSaid() {
        Entity iris = here.user("iris");
        refused(
                400,
                "License assignment cannot be done for user with invalid usage location.",
                () -> assign(iris, SKU));
        String unknown = Ids.random();
        refused(
                400,
                "License " + unknown + " does not correspond to a valid company License.",
                () -> assign(located("otto"), unknown));
        refused(
                400,
                "One or more parameters of the operation 'assignLicense' are missing from the request payload. The missing parameters are: removeLicenses.",
                () -> here.call("user", "assignLicense", iris, "{\"addLicenses\": []}"));
    }

    @Test
    void onlyUnitsThatAreLeftCanBeAssigned() {
        assign(located("a"), SKU);
        assign(located("b"), SKU);
        Entity c = located("c");
        refused(400, "Subscription with SKU " + SKU + " does not have any available licenses.", () -> assign(c, SKU));
    }
}
