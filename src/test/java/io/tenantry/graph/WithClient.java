package io.tenantry.graph;

/** Two tenants; the applications of the source call in the name of a client whose service principal is in the directory. */
public interface WithClient extends TwoTenants {
    String CLIENT = "5c41b000-5eed-4c11-8d00-00000000c11e";

    @Override
    default String scenario() {
        String domain = "    initialDomain: " + DOMAIN + "\n";
        String client = "    clients: [{appId: " + CLIENT
                + ", displayName: Scripts, secret: a-secret-of-the-tests, permissions: [User.Read.All]}]\n";
        return SCENARIO.replace(domain, domain + client);
    }

    /** Id of the client's service principal. */
    static String servicePrincipal() {
        return SOURCE.get("/v1.0/servicePrincipals(appId='" + CLIENT + "')")
                .statusCode(200)
                .extract()
                .path("id");
    }
}
