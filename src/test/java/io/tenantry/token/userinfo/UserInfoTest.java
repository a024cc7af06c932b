package io.tenantry.token.userinfo;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.token.SignInWorld;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UserInfoTest {
    @Inject
    Store store;

    private SignInWorld world;
    private Entity ana;
    private ValidatableResponse signedIn;

    @BeforeEach
    void aUserSignsIn() {
        world = new SignInWorld(store);
        ana = world.user("ana");
        signedIn = world.password(world.publicClient(), ana);
    }

    @Test
    void aUserIsTheSameAsInTheIdToken() {
        String subject = SignInWorld.claims(signedIn.extract().path("id_token"))
                .get("sub")
                .asText();
        ask().body("sub", equalTo(subject))
                .body("name", equalTo("ANA"))
                .body("email", equalTo(ana.text("userPrincipalName")));
        given().auth()
                .oauth2(signedIn.extract().path("access_token"))
                .post("/oidc/userinfo")
                .then()
                .statusCode(200)
                .body("sub", equalTo(subject));
    }

    @Test
    void whatHasNoValueIsLeftOut() {
        world.change(ana, Json.object().putNull("mail").put("givenName", "Ana"));
        ask().body("$", not(hasKey("email")))
                .body("$", not(hasKey("family_name")))
                .body("given_name", equalTo("Ana"));
    }

    @Test
    void withoutATokenNothingIsTold() {
        given().get("/oidc/userinfo").then().statusCode(401).body("error.code", equalTo("InvalidAuthenticationToken"));
    }

    /** A star would allow every header but this one (Fetch, CORS protocol). */
    @Test
    void webPagesMaySendTheirToken() {
        given().header("Origin", "https://page.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization")
                .options("/oidc/userinfo")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Headers", "authorization");
    }

    private ValidatableResponse ask() {
        return given().auth()
                .oauth2(signedIn.extract().path("access_token"))
                .get("/oidc/userinfo")
                .then()
                .statusCode(200);
    }
}
