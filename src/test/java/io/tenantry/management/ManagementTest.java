package io.tenantry.management;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.tenantry.graph.LoadedScenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ManagementTest {
    private static final String SOURCE = "5eed0001-fe12-4000-8000-0000fe120001";

    @BeforeEach
    void theDemo() {
        LoadedScenario.beginDemo(getClass());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://management.core.windows.net/", "https://management.azure.com"})
    void whoSignsInHasNoSubscriptionAndOneTenant(String resource) {
        caller(resource)
                .get("/subscriptions?api-version=2022-12-01")
                .then()
                .statusCode(200)
                .body("value", empty());
        caller(resource)
                .get("/tenants?api-version=2022-12-01")
                .then()
                .statusCode(200)
                .body("value", hasSize(1))
                .body("value[0].tenantId", equalTo(SOURCE))
                .body("value[0].id", equalTo("/tenants/" + SOURCE))
                .body("value[0].domains", hasItems("fernholm.onmicrosoft.com"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', AuthenticationFailed",
        "Basic eDp5, AuthenticationFailedInvalidHeader",
        "Bearer x, InvalidAuthenticationToken",
        "Bearer eyJhbGciOiJub25lIn0.e30., InvalidAuthenticationToken"
    })
    void whoBringsNoTokenIsRefused(String authorization, String code) {
        RequestSpecification request =
                authorization.isEmpty() ? given() : given().header("Authorization", authorization);
        request.get("/subscriptions?api-version=2022-12-01")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("authorization_uri="))
                .body("error.code", equalTo(code));
    }

    @Test
    void aTokenForGraphIsNoneForResourceManager() {
        caller("https://graph.microsoft.com")
                .get("/tenants?api-version=2022-12-01")
                .then()
                .statusCode(401)
                .body("error.code", equalTo("InvalidAuthenticationTokenAudience"));
    }

    @Test
    void everyCallNeedsAVersion() {
        caller("https://management.azure.com/")
                .get("/subscriptions")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("MissingApiVersionParameter"));
    }

    @Test
    void aCloudByThisServersAddressIsThisServer() {
        given().header("Host", "localhost:8443")
                .get("/metadata/endpoints?api-version=2022-09-01")
                .then()
                .statusCode(200)
                .body("name", equalTo("Tenantry"))
                .body("resourceManager", equalTo("http://localhost:8443/"))
                .body("microsoftGraphResourceId", equalTo("http://localhost:8443/"))
                .body("authentication.loginEndpoint", equalTo("http://localhost:8443/"));
    }

    @ParameterizedTest
    @CsvSource({
        "management.azure.com, AzureCloud, https://graph.microsoft.com/, https://login.microsoftonline.com",
        "management.usgovcloudapi.net, AzureUSGovernment, https://graph.microsoft.us/, https://login.microsoftonline.us",
        "management.chinacloudapi.cn, AzureChinaCloud, https://microsoftgraph.chinacloudapi.cn/, https://login.chinacloudapi.cn"
    })
    void aCloudByMicrosoftsNameIsThatOne(String host, String name, String graph, String login) {
        given().header("Host", host)
                .get("/metadata/endpoints?api-version=2022-09-01")
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("microsoftGraphResourceId", equalTo(graph))
                .body("authentication.loginEndpoint", equalTo(login));
    }

    @Test
    void olderVersionsHaveTheirOwnForms() {
        given().get("/metadata/endpoints?api-version=2019-05-01").then().body("[0].name", equalTo("Tenantry"));
        given().get("/metadata/endpoints?api-version=2015-01-01")
                .then()
                .body("graphEndpoint", equalTo("https://graph.windows.net/"));
    }

    private static RequestSpecification caller(String resource) {
        String token = given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "c11e0001-fe12-4000-8000-0000fe12ad01")
                .formParam("client_secret", "fernholm-admin-secret")
                .formParam("resource", resource)
                .post("/" + SOURCE + "/oauth2/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return given().header("Authorization", "Bearer " + token);
    }
}
