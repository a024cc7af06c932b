package io.tenantry.token.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.tenantry.graph.LoadedScenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Those whom the README names, by the command line that needs no registration. */
@QuarkusTest
class DemoPeopleTest {
    private static final String AZURE_CLI = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
    private static final String AZURE_POWERSHELL = "1950a258-227b-4e31-a9cf-717495945fc2";

    @BeforeEach
    void theDemo() {
        LoadedScenario.beginDemo(getClass());
    }

    @ParameterizedTest
    @CsvSource({
        "jonas.lie@fernholm.example,Fjord-7-Ferry!",
        "liv.aasen@fernholm.example,Sensor-3-Sun!",
        "victor.hale@gullwick.example,Gull-5-Wind!"
    })
    void theySignInWithTheirPasswords(String name, String password) {
        signIn(AZURE_CLI, name, password);
    }

    @Test
    void azurePowerShellNeedsNoRegistrationEither() {
        signIn(AZURE_POWERSHELL, "jonas.lie@fernholm.example", "Fjord-7-Ferry!");
    }

    private static void signIn(String client, String name, String password) {
        String token = given().contentType(ContentType.URLENC)
                .formParam("grant_type", "password")
                .formParam("client_id", client)
                .formParam("scope", "https://graph.microsoft.com/.default openid offline_access")
                .formParam("username", name)
                .formParam("password", password)
                .post("/organizations/oauth2/v2.0/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        given().auth().oauth2(token).get("/v1.0/me").then().statusCode(200).body("userPrincipalName", equalTo(name));
    }
}
