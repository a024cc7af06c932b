package io.tenantry.graph;

import org.junit.jupiter.api.BeforeEach;

/** Before each test: two tenants with licences, nothing else in them. */
public interface TwoTenants {
    String SOURCE_ID = "5a1de000-5eed-4a11-8d00-00000000a11d";
    String TARGET_ID = "b12c4000-5eed-4b12-8d00-00000000b12c";
    String DOMAIN = "alderwood.onmicrosoft.com";
    String UNKNOWN = "0badc0de-0bad-4bad-8bad-0badc0de0bad";
    GraphHttp SOURCE = GraphHttp.of("source");
    GraphHttp TARGET = GraphHttp.of("target");

    String SCENARIO =
            """
            tenants:
              - alias: source
                id: 5a1de000-5eed-4a11-8d00-00000000a11d
                displayName: Alderwood
                initialDomain: alderwood.onmicrosoft.com
                licenses: [{skuPartNumber: AAD_PREMIUM_P2, units: 10}]
              - alias: target
                id: b12c4000-5eed-4b12-8d00-00000000b12c
                displayName: Birchline
                initialDomain: birchline.onmicrosoft.com
                licenses: [{skuPartNumber: AAD_PREMIUM_P2, units: 10}]
            """;

    /** YAML. */
    default String scenario() {
        return SCENARIO;
    }

    @BeforeEach
    default void world() {
        LoadedScenario.begin(getClass(), scenario());
    }
}
