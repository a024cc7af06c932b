package io.tenantry.control.world;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.control.ControlWorld;
import org.junit.jupiter.api.Test;

/** The tenants of the server. */
@QuarkusTest
class TenantsHttpTest implements ControlWorld {
    @Test
    void tenantsAreListedWithTheirDomains() {
        get("/tenants")
                .statusCode(200)
                .body("id", hasItem(ALDER))
                .body("[0].initialDomain", is("alderwood.onmicrosoft.com"))
                .body("[0].verifiedDomains", contains("alderwood.example"))
                .body("[1].cloud", is("global"));
    }

    @Test
    void aTenantAddedWhileRunningServesAtOnceUntilTheNextReset() {
        String tenant =
                """
                {"alias": "third", "id": "CEDA2000-5eed-4ced-8d00-00000000ceda", "displayName": "Cedarhall",
                 "initialDomain": "cedarhall.onmicrosoft.com",
                 "users": [{"userPrincipalName": "uma@cedarhall.onmicrosoft.com", "displayName": "Uma"}]}""";
        send("/tenants", tenant).statusCode(201).body("id", is("ceda2000-5eed-4ced-8d00-00000000ceda"));
        users(token("third", "{}")).body("value.displayName", contains("Uma"));
        send("/tenants", tenant).statusCode(400).body("error.mistakes.place", hasItems("alias", "id", "initialDomain"));
        post("/reset");
        get("/tenants").body("alias", contains("source", "target"));
    }
}
