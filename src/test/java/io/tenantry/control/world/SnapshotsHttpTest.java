package io.tenantry.control.world;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.control.ControlWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots of the whole world. */
@QuarkusTest
class SnapshotsHttpTest implements ControlWorld {
    @Test
    void aSnapshotIsRestoredWithItsTime() {
        String token = token("source", "{}");
        createUser(token, "cho").statusCode(201);
        put("/clock", "{\"now\":\"2031-01-31T08:00:00Z\",\"frozen\":true}");
        post("/snapshots/with-cho").statusCode(201).body("name", is("with-cho"));
        post("/reset");
        users(token).body("value", hasSize(2));
        post("/snapshots/with-cho/restore").statusCode(204);
        get("/clock").body("now", is("2031-01-31T08:00:00Z")).body("frozen", is(true));
        users(token("source", "{}")).body("value", hasSize(3));
        get("/snapshots").body("name", hasItem("with-cho"));
        delete("/snapshots/with-cho").statusCode(204);
        delete("/snapshots/with-cho").statusCode(404);
        post("/snapshots/with-cho/restore").statusCode(404);
        get("/snapshots").body("name", not(hasItem("with-cho")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_scenario", "..", "a b", "%2e%2e%2fstore", "ä"})
    void namesOfSnapshotsArePlain(String name) {
        given().urlEncodingEnabled(!name.contains("%"))
                .post("/_tenantry/snapshots/" + name)
                .then()
                .statusCode(greaterThanOrEqualTo(400))
                .statusCode(not(500));
    }
}
