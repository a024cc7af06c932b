package io.tenantry.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.scenario.file.ScenarioException;
import io.tenantry.store.Entity;
import io.tenantry.store.PostgresServer;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loading, reset and snapshots on the database that a team shares. */
@QuarkusTest
@WithTestResource(PostgresServer.class)
class WorldOnPostgresTest {
    private static final String SCENARIO =
            """
            tenants:
              - id: 5a1de000-5eed-4a11-8d00-00000000a11d
                displayName: Alderwood
                initialDomain: alderwood.onmicrosoft.com
                users:
                  - {userPrincipalName: ana@alderwood.onmicrosoft.com, displayName: Ana, mail: ana@alderwood.onmicrosoft.com}
                generate: {users: 2000, groups: 20, seed: 1}
            """;

    @Inject
    World world;

    @Inject
    Store store;

    @Inject
    Tenants tenants;

    @Test
    void aScenarioIsLoadedResetAndExchanged() {
        world.replace(bytes(SCENARIO));
        assertEquals(2001, count());
        rename();
        world.take("renamed");
        world.reset();
        assertEquals("Ana", ana().text("displayName"));
        assertTrue(world.restore("renamed"));
        assertEquals("Renamed", ana().text("displayName"));
        world.replace(bytes(SCENARIO.replace("users: 2000", "users: 10")));
        assertEquals(11, count());
        world.reset();
        assertEquals(11, count());
    }

    @Test
    void whatTheChecksCannotSeeLeavesTheStateAsItWas() {
        world.replace(bytes(SCENARIO));
        String twice = SCENARIO.replace(
                "    generate",
                "      - {userPrincipalName: ben@alderwood.onmicrosoft.com, displayName: Ben, mail: Ana@Alderwood.onmicrosoft.com}\n    generate");
        assertThrows(ScenarioException.class, () -> world.replace(bytes(twice)));
        assertEquals(2001, count());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Tenant tenant() {
        return tenants.byDomain("alderwood.onmicrosoft.com").orElseThrow();
    }

    private Entity ana() {
        return store.read(
                        tenant(),
                        session -> session.findBy("user", "userPrincipalName", "ana@alderwood.onmicrosoft.com"))
                .orElseThrow();
    }

    private void rename() {
        store.write(tenant(), session -> {
            session.update(ana().set("displayName", "Renamed"));
            return null;
        });
    }

    private int count() {
        List<Integer> counts = store.read(
                tenant(),
                session -> session.query(
                        "select count(*) from directory_object where tenant = {tenant} and type = 'user'",
                        row -> row.getInt(1)));
        return counts.get(0);
    }
}
