package io.tenantry.token.discovery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.token.TokenWorld;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DocumentsTest {
    private static final String HOST = "login.tide.example:8443";
    private static final String BASE = "http://" + HOST;

    @Inject
    Store store;

    private TokenWorld world;

    @BeforeEach
    void aTenant() {
        world = TokenWorld.tenant(store, "Harborlight");
    }

    @Test
    void everyUrlOfTheConfigurationHasTheHostThatWasCalled() {
        String tenant = BASE + "/" + world.tenant.id();
        get("/" + world.tenant.id() + "/v2.0/.well-known/openid-configuration")
                .statusCode(200)
                .header("Cache-Control", "max-age=86400, private")
                .body("issuer", equalTo(tenant + "/v2.0"))
                .body("token_endpoint", equalTo(tenant + "/oauth2/v2.0/token"))
                .body("authorization_endpoint", equalTo(tenant + "/oauth2/v2.0/authorize"))
                .body("device_authorization_endpoint", equalTo(tenant + "/oauth2/v2.0/devicecode"))
                .body("end_session_endpoint", equalTo(tenant + "/oauth2/v2.0/logout"))
                .body("jwks_uri", equalTo(tenant + "/discovery/v2.0/keys"))
                .body("token_endpoint_auth_methods_supported", hasItem("client_secret_basic"))
                .body("tenant_region_scope", equalTo("EU"))
                .body("msgraph_host", equalTo("graph.microsoft.com"));
    }

    @Test
    void aDomainIsAnsweredWithTheTenantsId() {
        get("/" + world.domain() + "/V2.0/.Well-Known/OpenId-Configuration")
                .statusCode(200)
                .body("token_endpoint", equalTo(BASE + "/" + world.tenant.id() + "/oauth2/v2.0/token"));
    }

    @Test
    void theSharedAuthoritiesKeepTheirName() {
        get("/common/v2.0/.well-known/openid-configuration")
                .statusCode(200)
                .body("issuer", equalTo(BASE + "/{tenantid}/v2.0"))
                .body("token_endpoint", equalTo(BASE + "/common/oauth2/v2.0/token"))
                .body("tenant_region_scope", nullValue());
        get("/consumers/v2.0/.well-known/openid-configuration")
                .body("issuer", equalTo(BASE + "/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0"));
    }

    @Test
    void theTenantOfPersonalAccountsIsWhatConsumersStandsFor() {
        String personal = "9188040d-6c67-4c5b-b112-36a304b66dad";
        get("/" + personal + "/v2.0/.well-known/openid-configuration")
                .statusCode(200)
                .body("issuer", equalTo(BASE + "/" + personal + "/v2.0"))
                .body("token_endpoint", equalTo(BASE + "/" + personal + "/oauth2/v2.0/token"));
    }

    @ParameterizedTest
    @CsvSource({
        "login.microsoftonline.us, microsoftonline.us, graph.microsoft.us, https://sts.windows.net/{tenantid}/",
        "login.partner.microsoftonline.cn, partner.microsoftonline.cn, microsoftgraph.chinacloudapi.cn,"
                + " https://sts.chinacloudapi.cn/{tenantid}/",
        "login.microsoftonline.com, microsoftonline.com, graph.microsoft.com, https://sts.windows.net/{tenantid}/"
    })
    void everybodysDocumentsAreThoseOfTheCloudThatWasCalled(String host, String cloud, String graph, String v1Issuer) {
        given().header("Host", host)
                .get("/common/v2.0/.well-known/openid-configuration")
                .then()
                .body("cloud_instance_name", equalTo(cloud))
                .body("msgraph_host", equalTo(graph))
                .body("userinfo_endpoint", equalTo("https://" + graph + "/oidc/userinfo"));
        given().header("Host", host)
                .get("/common/.well-known/openid-configuration")
                .then()
                .body("issuer", equalTo(v1Issuer));
        given().header("Host", host)
                .get("/common/discovery/v2.0/keys")
                .then()
                .body("keys[0].cloud_instance_name", equalTo(cloud));
    }

    @Test
    void theV1ConfigurationHasTheIssuerOfV1Tokens() {
        String tenant = BASE + "/" + world.tenant.id();
        get("/" + world.tenant.id() + "/.well-known/openid-configuration")
                .statusCode(200)
                .body("issuer", equalTo("https://sts.windows.net/" + world.tenant.id() + "/"))
                .body("token_endpoint", equalTo(tenant + "/oauth2/token"))
                .body("jwks_uri", equalTo(tenant + "/discovery/keys"))
                .body("microsoft_multi_refresh_token", equalTo(true));
    }

    @Test
    void anUnknownTenantHasNoConfiguration() {
        get("/0badc0de-0bad-4bad-8bad-0badc0de0bad/v2.0/.well-known/openid-configuration")
                .statusCode(400)
                .body("error", equalTo("invalid_tenant"))
                .body("error_codes", contains(90002));
    }

    @Test
    void aDocumentIsReadOnly() {
        given().post("/common/discovery/keys")
                .then()
                .statusCode(400)
                .body("error_codes", contains(900561))
                .body("error_description", containsString("only accepts GET, OPTIONS requests. Received a POST"));
    }

    @Test
    void theKeyIsPublishedWithItsCertificate() {
        get("/" + world.tenant.id() + "/discovery/v2.0/keys")
                .statusCode(200)
                .body("keys", hasSize(1))
                .body("keys[0].kty", equalTo("RSA"))
                .body("keys[0].use", equalTo("sig"))
                .body("keys[0].e", equalTo("AQAB"))
                .body("keys[0].x5c", hasSize(1))
                .body("keys[0].issuer", equalTo(BASE + "/" + world.tenant.id() + "/v2.0"));
        get("/common/discovery/keys").statusCode(200).body("keys[0].issuer", nullValue());
    }

    @Test
    void anEmulatorsHostIsItsOwnAlias() {
        given().queryParam("api-version", "1.1")
                .queryParam("authorization_endpoint", "https://localhost:8366/tide.example/oauth2/v2.0/authorize")
                .get("/common/discovery/instance")
                .then()
                .statusCode(200)
                .body(
                        "tenant_discovery_endpoint",
                        equalTo("https://localhost:8366/tide.example/v2.0/.well-known/openid-configuration"))
                .body("api-version", equalTo("1.1"))
                .body("metadata.preferred_network", hasItems("login.microsoftonline.com", "localhost:8366"))
                .body("metadata.find { it.preferred_network == 'localhost:8366' }.aliases", contains("localhost:8366"));
    }

    @Test
    void theOldInstanceDiscoveryNamesTheV1Document() {
        given().queryParam("api-version", "1.0")
                .queryParam("authorization_endpoint", "https://login.microsoftonline.com/common/oauth2/authorize")
                .get("/Common/Discovery/Instance")
                .then()
                .statusCode(200)
                .body(
                        "tenant_discovery_endpoint",
                        equalTo("https://login.microsoftonline.com/common/.well-known/openid-configuration"))
                .body("metadata", nullValue());
    }

    @Test
    void anInstanceThatIsNoUrlIsUnknown() {
        given().queryParam("authorization_endpoint", "nowhere")
                .get("/common/discovery/instance")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_instance"))
                .body("error_codes", contains(50049));
    }

    @Test
    void aUserOfAVerifiedDomainIsManaged() {
        given().urlEncodingEnabled(false)
                .get("/common/UserRealm/ana@" + world.domain() + "?api-version=1.0")
                .then()
                .statusCode(200)
                .body("ver", equalTo("1.0"))
                .body("account_type", equalTo("Managed"))
                .body("domain_name", equalTo(world.domain()))
                .body("cloud_instance_name", equalTo("microsoftonline.com"))
                .body("cloud_audience_urn", equalTo("urn:federation:MicrosoftOnline"));
        given().get("/common/userrealm/ana%40nowhere.example").then().body("account_type", equalTo("Unknown"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/common/userrealm/ana@%s?api-version=2.1",
                "/organizations/UserRealm?user=ana@%s&api-version=2.1",
                "/nobody.example/USERREALM/?user=ana@%s&api-version=2.0"
            })
    void aRealmIsToldToSignInPagesToo(String path) {
        given().urlEncodingEnabled(false)
                .get(path.formatted(world.domain()))
                .then()
                .statusCode(200)
                .body("NameSpaceType", equalTo("Managed"))
                .body("DomainName", equalTo(world.domain()))
                .body("FederationBrandName", equalTo("Harborlight"));
    }

    @Test
    void aRealmIsSomebodys() {
        given().get("/common/userrealm/").then().statusCode(400).body("error_codes", contains(900144));
        given().get("/common/userrealm/ana/more").then().statusCode(404);
    }

    @Test
    void scriptsAskForTheTypeOfADomain() {
        given().get("/GetUserRealm.srf?login=ana@" + world.domain() + "&json=1")
                .then()
                .statusCode(200)
                .body("NameSpaceType", equalTo("Managed"))
                .body("Login", equalTo("ana@" + world.domain()))
                .body("DomainName", equalTo(world.domain()))
                .body("FederationBrandName", equalTo("Harborlight"))
                .body("CloudInstanceIssuerUri", equalTo("urn:federation:MicrosoftOnline"));
        given().get("/getuserrealm.srf?login=x@nowhere.example")
                .then()
                .body("NameSpaceType", equalTo("Unknown"))
                .body("DomainName", nullValue());
        given().get("/getuserrealm.srf?xml=1&login={login}", "<a>@" + world.domain())
                .then()
                .contentType("text/xml;charset=utf-8")
                .body("RealmInfo.@Success", equalTo("true"))
                .body("RealmInfo.Login", equalTo("<a>@" + world.domain()))
                .body("RealmInfo.NameSpaceType", equalTo("Managed"));
        given().get("/getuserrealm.srf").then().statusCode(400).body("error_codes", contains(900144));
    }

    @Test
    void aSignInPageAsksWhetherThereIsAUser() {
        String name = "ana@" + world.domain();
        world.write(session -> session.insert(
                Entity.of("user", Ids.random()).set("userPrincipalName", name).set("displayName", "Ana")));

        credentialType("{\"username\":\"" + name.toUpperCase() + "\",\"isOtherIdpSupported\":true}")
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("IfExistsResult", equalTo(0))
                .body("ThrottleStatus", equalTo(0))
                .body("Credentials.HasPassword", equalTo(true))
                .body("EstsProperties.DomainType", equalTo(3));
        credentialType("{\"Username\":\"x" + name + "\"}").body("IfExistsResult", equalTo(1));
        credentialType("{\"username\":\"x@nowhere.example\"}")
                .body("IfExistsResult", equalTo(1))
                .body("ThrottleStatus", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[", "[]", "null", "{\"username\":7}", "{\"username\":\" \"}"})
    void aBodyWithoutAUserNameIsRefused(String body) {
        credentialType(body).statusCode(400).body("error", equalTo("invalid_request"));
    }

    private static ValidatableResponse credentialType(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/common/GetCredentialType?mkt=en-US")
                .then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/common/v2.0/.well-known/openid-configuration",
                "/organizations/.well-known/openid-configuration",
                "/organizations/discovery/v2.0/keys",
                "/common/Discovery/Keys",
                "/common/userrealm/a@b.example",
                "/getuserrealm.srf?login=a@b.example"
            })
    void webPagesReadDocumentsFromAnywhere(String path) {
        given().header("Origin", "https://page.example")
                .get(path)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*");
        given().head(path).then().statusCode(200);
        given().header("Origin", "https://page.example")
                .header("Access-Control-Request-Method", "GET")
                .options(path)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", containsString("GET"));
        given().delete(path).then().statusCode(400).body("error_codes", contains(900561));
    }

    @Test
    void userinfoIsWhereTheClientFindsGraph() {
        get("/common/v2.0/.well-known/openid-configuration")
                .body("userinfo_endpoint", equalTo(BASE + "/oidc/userinfo"));
        given().header("Host", "login.microsoftonline.com")
                .get("/common/v2.0/.well-known/openid-configuration")
                .then()
                .body("userinfo_endpoint", equalTo("https://graph.microsoft.com/oidc/userinfo"));
    }

    @Test
    void graphAndControlPathsAreNotSwallowed() {
        given().get("/v1.0/discovery/keys")
                .then()
                .statusCode(401)
                .body("error.code", equalTo("InvalidAuthenticationToken"));
        given().get("/_tenantry/oauth2/token").then().statusCode(404);
        given().get("/q/oauth2/token").then().statusCode(404);
    }

    private static ValidatableResponse get(String path) {
        return given().header("Host", HOST).get(path).then();
    }
}
