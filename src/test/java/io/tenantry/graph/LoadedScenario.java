package io.tenantry.graph;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;

/** The scenario that the server of the tests has: the first test of a class loads it, the others go back to it, which is quicker. */
public final class LoadedScenario {
    private static Class<?> loadedFor;

    private LoadedScenario() {}

    /** @param scenario YAML */
    public static synchronized void begin(Class<?> test, String scenario) {
        if (test.equals(loadedFor)) {
            given().post("/_tenantry/reset").then().statusCode(204);
        } else {
            load(scenario);
            loadedFor = test;
        }
    }

    /** Another one than that of the test's class; the next test loads its own again. */
    public static synchronized void load(String scenario) {
        loadedFor = null;
        given().contentType("application/yaml")
                .body(scenario.getBytes(StandardCharsets.UTF_8))
                .put("/_tenantry/scenario")
                .then()
                .statusCode(204);
    }
}
