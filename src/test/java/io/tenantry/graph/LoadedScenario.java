package io.tenantry.graph;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The scenario that the server of the tests has: the first test of a class loads it, the others go back to it, which is quicker. */
public final class LoadedScenario {
    private static Class<?> loadedFor;

    private LoadedScenario() {}

    /** @param scenario YAML */
    public static synchronized void begin(Class<?> test, String scenario) {
        if (test.equals(loadedFor)) {
            GraphHttp.keepTokensOfRealTime();
            given().post("/_tenantry/reset").then().statusCode(204);
        } else {
            load(scenario);
            loadedFor = test;
        }
    }

    /** The demo, which a server without a scenario of its own has. */
    public static void beginDemo(Class<?> test) {
        try (InputStream demo = LoadedScenario.class.getResourceAsStream("/scenario/demo.yaml")) {
            begin(test, new String(demo.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another one than that of the test's class. */
    public static void load(String scenario) {
        exchanged();
        given().contentType("application/yaml")
                .body(scenario.getBytes(StandardCharsets.UTF_8))
                .put("/_tenantry/scenario")
                .then()
                .statusCode(204);
    }

    /** The server has another one from now on; the next test loads its own again. */
    public static synchronized void exchanged() {
        loadedFor = null;
        GraphHttp.signInAgain();
    }
}
