package io.tenantry.graph;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;

/** Two tenants; the applications of the source call in the name of a client whose service principal is in the directory. */
public interface WithClient extends TwoTenants {
    String CLIENT = "5c41b000-5eed-4c11-8d00-00000000c11e";

    @Override
    @BeforeEach
    default void world() {
        String domain = "    initialDomain: " + DOMAIN + "\n";
        String client = "    clients: [{appId: " + CLIENT
                + ", displayName: Scripts, secret: a-secret-of-the-tests, permissions: [User.Read.All]}]\n";
        String scenario = SCENARIO.replace(domain, domain + client);
        given().contentType("application/yaml")
                .body(scenario.getBytes(StandardCharsets.UTF_8))
                .put("/_tenantry/scenario")
                .then()
                .statusCode(204);
    }

    /** Id of the client's service principal. */
    static String servicePrincipal() {
        return SOURCE.get("/v1.0/servicePrincipals(appId='" + CLIENT + "')")
                .statusCode(200)
                .extract()
                .path("id");
    }
}
