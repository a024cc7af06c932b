package io.tenantry.junit.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.junit.Answer;
import io.tenantry.junit.Graph;
import io.tenantry.junit.InTenant;
import io.tenantry.junit.Tenant;
import io.tenantry.junit.TenantryTest;
import io.tenantry.junit.TestServer;
import io.tenantry.junit.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is given by parameter, in a scenario with one tenant that nobody has to name. */
@TenantryTest(scenario = "one-tenant.yaml")
class Callers {
    @Test
    void aClientReadsAllPages(Graph graph) {
        assertEquals(150, graph.all("/v1.0/users?$top=100&$select=id").size());
        assertEquals(
                1, graph.all("/v1.0/users?$filter=displayName eq 'Ana Bågø #1'").size());
    }

    @Test
    void aTokenSaysWhoAsks(Tenant tenant, Tokens tokens) {
        assertEquals("single", tenant.alias());
        Graph ana = tenant.graph(tokens.ofUser("ana@single.example", "User.Read"));
        assertEquals(
                "ana@single.example",
                ana.get("/v1.0/me").ok().get("userPrincipalName").asText());
        Answer refused = ana.get("/v1.0/groups");
        assertEquals(403, refused.status());
        assertEquals("Authorization_RequestDenied", refused.code());
        assertThrows(AssertionError.class, refused::ok);
        Graph reader = tenant.graph(tokens.ofRole("Security Reader", "Policy.Read.All"));
        reader.get("/v1.0/policies/crossTenantAccessPolicy").expect(200);
        tenant.graph(tokens.ofApplication("Group.Read.All")).get("/v1.0/groups").expect(200);
    }

    @Test
    void aServerIsFoundByOtherClientsToo(TestServer server) {
        assertEquals("https", server.https().getScheme());
        assertTrue(server.proxy().getPort() > 0);
        assertTrue(server.authority().startsWith("-----BEGIN CERTIFICATE-----"));
    }

    @Test
    void thereIsNoSuchTenant(Tenant tenant, @InTenant("single.onmicrosoft.com") Tenant byDomain) {
        assertEquals(tenant.id(), byDomain.id());
    }

    @AfterEach
    void where(TestServer server) {
        System.out.println("server " + server.http());
    }
}
