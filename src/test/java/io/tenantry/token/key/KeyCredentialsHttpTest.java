package io.tenantry.token.key;

import static io.tenantry.graph.GraphHttp.created;
import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.graph.GraphHttp;
import io.tenantry.graph.TwoTenants;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Consumer;
import javax.security.auth.x500.X500Principal;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** keycredential, application-addkey, serviceprincipal-addtokensigningcertificate. */
@QuarkusTest
class KeyCredentialsHttpTest implements TwoTenants {
    private static final String BAD = "Request_BadRequest";
    private static final Instant FIRST =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.DAYS);
    private static final Instant LAST = FIRST.plus(90, ChronoUnit.DAYS);
    private static final SigningIdentity MINE = TestKeys.MINE;

    private static final SigningIdentity OTHER = TestKeys.STRANGE;

    private String application;
    private String appId;
    private String principal;

    @BeforeEach
    void application() {
        ValidatableResponse made =
                SOURCE.post("/v1.0/applications", "{'displayName':'Crane'}").statusCode(201);
        application = made.extract().path("id");
        appId = made.extract().path("appId");
        principal = created(SOURCE.post("/v1.0/servicePrincipals", "{'appId':'" + appId + "'}"));
    }

    private static byte[] certificate(SigningIdentity identity) {
        return identity.selfSigned(new X500Principal("CN=crane"), FIRST, LAST);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String credential(String key, String... more) {
        return "{'type':'AsymmetricX509Cert','usage':'Verify','key':'" + key + "'"
                + (more.length == 0 ? "" : "," + String.join(",", more)) + "}";
    }

    private String path() {
        return "/v1.0/applications/" + application;
    }

    private ValidatableResponse write(String... credentials) {
        return SOURCE.patch(path(), "{'keyCredentials':[" + String.join(",", credentials) + "]}");
    }

    // ---- written

    @Test
    void aCertificateSaysWhatItsCredentialIs() throws Exception {
        byte[] der = certificate(MINE);
        done(write(credential(base64(der))));

        String thumbprint = HexFormat.of()
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-1").digest(der));
        SOURCE.get(path() + "?$select=keyCredentials")
                .body("keyCredentials", hasSize(1))
                .body("keyCredentials[0].key", is(base64(der)))
                .body("keyCredentials[0].customKeyIdentifier", is(thumbprint))
                .body("keyCredentials[0].displayName", is("CN=crane"))
                .body("keyCredentials[0].startDateTime", is(Json.instant(FIRST)))
                .body("keyCredentials[0].endDateTime", is(Json.instant(LAST)))
                .body("keyCredentials[0].type", is("AsymmetricX509Cert"));
    }

    @Test
    void aKeyIsSeenOnRequestForOneObjectOnly() {
        String key = base64(certificate(MINE));
        for (String set : new String[] {"applications", "servicePrincipals"}) {
            String path = "/v1.0/" + set + "/" + (set.equals("applications") ? application : principal);
            done(SOURCE.patch(path, "{'keyCredentials':[" + credential(key) + "]}"));

            SOURCE.get(path).body("keyCredentials.key", everyItem(nullValue()));
            SOURCE.get("/v1.0/" + set + "?$select=keyCredentials&$filter=appId eq '" + appId + "'")
                    .body("value[0].keyCredentials.key", everyItem(nullValue()));
            SOURCE.get(path + "/keyCredentials").body("value.key", everyItem(nullValue()));
            SOURCE.get(path + "?$select=id,keyCredentials").body("keyCredentials[0].key", is(key));
            SOURCE.get("/v1.0/" + set + "(appId='" + appId + "')?$select=KeyCredentials")
                    .body("keyCredentials[0].key", is(key));
        }
        SOURCE.get("/v1.0/auditLogs/directoryAudits").body("", org.hamcrest.Matchers.notNullValue());
    }

    @Test
    void aCertificateComesAsPemToo() {
        byte[] der = certificate(MINE);
        String pem = "-----BEGIN CERTIFICATE-----\n" + base64(der) + "\n-----END CERTIFICATE-----\n";
        done(write(credential(base64(pem.getBytes(StandardCharsets.US_ASCII)), "'displayName':'mine'")));

        SOURCE.get(path() + "?$select=keyCredentials")
                .body("keyCredentials[0].key", is(base64(der)))
                .body("keyCredentials[0].displayName", is("mine"));
        created(SOURCE.post(
                "/v1.0/applications", "{'displayName':'Other','keyCredentials':[" + credential(base64(der)) + "]}"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{'type':'AsymmetricX509Cert','usage':'Encrypt','key':'{key}'}",
                "{'type':'AsymmetricX509Cert','usage':'verify','key':'{key}'}",
                "{'type':'AsymmetricX509Cert','key':'{key}'}",
                "{'type':'AsymmetricX509Cert','usage':'Sign','key':'{key}'}",
                "{'type':'X509CertAndPassword','usage':'Verify','key':'{key}'}",
                "{'type':'Symmetric','usage':'Verify','key':'{key}'}",
                "{'usage':'Verify','key':'{key}'}",
                "{'type':'AsymmetricX509Cert','usage':'Verify'}",
                "{'type':'AsymmetricX509Cert','usage':'Verify','key':''}",
                "{'type':'AsymmetricX509Cert','usage':'Verify','key':'bm8gY2VydGlmaWNhdGU='}",
                "{'type':'AsymmetricX509Cert','usage':'Verify','key':'{key}','endDateTime':'2099-01-01T00:00:00Z'}",
                "{'type':'AsymmetricX509Cert','usage':'Verify','key':'{key}','startDateTime':'2001-01-01T00:00:00Z'}",
                "{'type':'AsymmetricX509Cert','usage':'Verify','key':'{key}','keyId':'{id}'},{'type':'AsymmetricX509Cert','usage':'Verify','key':'{key}','keyId':'{id}'}"
            })
    void whatIsNoCertificateToVerifyWithIsRefused(String credentials) {
        String filled = credentials.replace("{key}", base64(certificate(MINE))).replace("{id}", UNKNOWN);
        write(filled).statusCode(400);
        SOURCE.patch("/v1.0/servicePrincipals/" + principal, "{'keyCredentials':[" + filled + "]}")
                .statusCode(400);
        SOURCE.get(path() + "?$select=keyCredentials").body("keyCredentials", hasSize(0));
    }

    @Test
    void credentialsAreKeptByNameAndNotChanged() {
        done(write(credential(base64(certificate(MINE)))));
        String keyId = SOURCE.get(path()).extract().path("keyCredentials[0].keyId");

        refused(
                write("{'keyId':'" + keyId + "','endDateTime':'2099-01-01T00:00:00Z'}"),
                400,
                BAD,
                "Update to existing credential with KeyId '" + keyId + "' is not allowed.");
        done(write("{'keyId':'" + keyId + "','key':null}", credential(base64(certificate(OTHER)))));
        SOURCE.get(path() + "?$select=keyCredentials")
                .body("keyCredentials", hasSize(2))
                .body("keyCredentials.keyId", hasItem(keyId))
                .body("keyCredentials.key", hasItem(containsString("MII")));
        done(write());
        SOURCE.get(path() + "?$select=keyCredentials").body("keyCredentials", hasSize(0));
    }

    // ---- rolled with a proof

    private String proof(SigningIdentity signer, Consumer<JwtClaims> change) {
        return proof(signer.key(), "RS256", claims(application, change));
    }

    private static JwtClaims claims(String issuer, Consumer<JwtClaims> change) {
        JwtClaims claims = new JwtClaims();
        long now = Instant.now().getEpochSecond();
        claims.setAudience("00000002-0000-0000-c000-000000000000");
        claims.setIssuer(issuer);
        claims.setNotBefore(NumericDate.fromSeconds(now));
        claims.setExpirationTime(NumericDate.fromSeconds(now + 600));
        change.accept(claims);
        return claims;
    }

    private static String proof(PrivateKey key, String algorithm, JwtClaims claims) {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setPayload(claims.toJson());
            jws.setKey(key);
            jws.setAlgorithmHeaderValue(algorithm);
            return jws.getCompactSerialization();
        } catch (org.jose4j.lang.JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private ValidatableResponse addKey(GraphHttp caller, String proof) {
        return caller.post(
                path() + "/addKey",
                "{'keyCredential':" + credential(base64(certificate(OTHER))) + ",'passwordCredential':null,'proof':"
                        + (proof == null ? "null" : "'" + proof + "'") + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256"})
    void whoHoldsAKeyAddsAndRemovesKeys(String algorithm) {
        done(write(credential(base64(certificate(MINE)))));
        String proof = proof(MINE.key(), algorithm, claims(application, claims -> {}));
        String keyId = addKey(SOURCE, proof)
                .statusCode(200)
                .body("'@odata.context'", endsWith("#microsoft.graph.keyCredential"))
                .body("usage", is("Verify"))
                .extract()
                .path("keyId");
        SOURCE.get(path() + "?$select=keyCredentials").body("keyCredentials", hasSize(2));

        String withNew = proof(OTHER, claims -> {});
        done(SOURCE.post(path() + "/removeKey", "{'keyId':'" + keyId + "','proof':'" + withNew + "'}"));
        refused(
                SOURCE.post(path() + "/removeKey", "{'keyId':'" + keyId + "','proof':'" + withNew + "'}"),
                401,
                "Authentication_MissingOrMalformed");
        refused(
                SOURCE.post(path() + "/removeKey", "{'keyId':'" + UNKNOWN + "','proof':'" + proof + "'}"),
                400,
                BAD,
                "No key credential found with keyId.");
        SOURCE.get("/v1.0/auditLogs/directoryAudits")
                .body("value.activityDisplayName", hasItem("Update application - Certificates and secrets management"));
    }

    @Test
    void aServicePrincipalProvesItselfByItsOwnId() {
        String path = "/v1.0/servicePrincipals/" + principal;
        done(SOURCE.patch(path, "{'keyCredentials':[" + credential(base64(certificate(MINE))) + "]}"));
        String body = "{'keyCredential':" + credential(base64(certificate(OTHER))) + ",'proof':'%s'}";

        SOURCE.post(path + "/addKey", body.formatted(proof(MINE.key(), "RS256", claims(application, claims -> {}))))
                .statusCode(401);
        SOURCE.post(path + "/addKey", body.formatted(proof(MINE.key(), "RS256", claims(principal, claims -> {}))))
                .statusCode(200);
    }

    @Test
    void nothingElseIsAProof() {
        done(write(credential(base64(certificate(MINE)))));
        long now = Instant.now().getEpochSecond();
        String good = proof(MINE, claims -> {});
        for (String proof : new String[] {
            proof(OTHER, claims -> {}),
            proof(MINE, claims -> claims.setAudience("https://graph.microsoft.com")),
            proof(MINE, claims -> claims.setIssuer(appId)),
            proof(MINE, claims -> claims.setExpirationTime(NumericDate.fromSeconds(now + 700))),
            proof(MINE, claims -> {
                claims.setNotBefore(NumericDate.fromSeconds(now - 4000));
                claims.setExpirationTime(NumericDate.fromSeconds(now - 3400));
            }),
            proof(MINE, claims -> {
                claims.setNotBefore(NumericDate.fromSeconds(now + 4000));
                claims.setExpirationTime(NumericDate.fromSeconds(now + 4600));
            }),
            proof(MINE, claims -> claims.unsetClaim("nbf")),
            proof(MINE, claims -> claims.unsetClaim("exp")),
            good.substring(0, good.lastIndexOf('.') + 1),
            base64("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII)) + good.substring(good.indexOf('.')),
            "no.jwt.atall",
            ""
        }) {
            refused(
                    addKey(SOURCE, proof),
                    401,
                    "Authentication_MissingOrMalformed",
                    "Access Token missing or malformed.");
        }
        refused(addKey(SOURCE, null), 403, "Authorization_RequestDenied");
        SOURCE.get(path()).body("keyCredentials", hasSize(1));
    }

    @Test
    void aKeyThatHasRunOutProvesNothing() {
        String past = Json.instant(FIRST.plus(1, ChronoUnit.HOURS));
        done(write(credential(base64(certificate(MINE)), "'endDateTime':'" + past + "'")));
        addKey(SOURCE, proof(MINE, claims -> {})).statusCode(401);
    }

    @Test
    void anApplicationRollsItsOwnKeysWithoutPermission() {
        done(write(credential(base64(certificate(MINE)))));
        String proof = proof(MINE, claims -> {});
        refused(addKey(SOURCE.app("User.Read.All"), proof), 403, "Authorization_RequestDenied");
        refused(addKey(SOURCE.app("Application.ReadWrite.OwnedBy"), proof), 403, "Authorization_RequestDenied");

        String secret = SOURCE.post(path() + "/addPassword", "{}").extract().path("secretText");
        String token = RestAssured.given()
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", appId)
                .formParam("client_secret", secret)
                .formParam("scope", "https://graph.microsoft.com/.default")
                .post("/" + SOURCE_ID + "/oauth2/v2.0/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        addKey(SOURCE.with("Authorization", "Bearer " + token), proof).statusCode(200);
    }

    // ---- token signing certificates

    @Test
    void aTokenSigningCertificateLeavesThreeCredentials() {
        String path = "/v1.0/servicePrincipals/" + principal;
        ValidatableResponse made = SOURCE.post(path + "/addTokenSigningCertificate", "{'displayName':'CN=saml'}")
                .statusCode(200)
                .body("'@odata.context'", endsWith("#microsoft.graph.selfSignedCertificate"))
                .body("displayName", is("CN=saml"))
                .body("type", is("AsymmetricX509Cert"))
                .body("usage", is("Verify"))
                .body("thumbprint", matchesPattern("[0-9A-F]{40}"));
        String identifier = made.extract().path("customKeyIdentifier");
        String key = made.extract().path("key");
        SOURCE.get(path + "?$select=keyCredentials,passwordCredentials")
                .body("keyCredentials", hasSize(2))
                .body("keyCredentials.usage", org.hamcrest.Matchers.containsInAnyOrder("Sign", "Verify"))
                .body("keyCredentials.customKeyIdentifier", everyItem(is(identifier)))
                .body("passwordCredentials.customKeyIdentifier", everyItem(is(identifier)))
                .body("passwordCredentials", hasSize(1))
                .body("keyCredentials.find { it.usage == 'Sign' }.key", nullValue())
                .body("keyCredentials.find { it.usage == 'Verify' }.key", is(key));
        done(SOURCE.patch(
                path, "{'preferredTokenSigningKeyThumbprint':'" + made.extract().path("thumbprint") + "'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'displayName':'saml'}",
                "{'displayName':'CN='}",
                "{'displayName':'CN=a,b'}",
                "{'endDateTime':'2028-01-01T00:00:00Z'}",
                "{'displayName':'CN=saml','endDateTime':'2020-01-01T00:00:00Z'}",
                "{'displayName':'CN=saml','endDateTime':'2999-01-01T00:00:00Z'}"
            })
    void aTokenSigningCertificateNeedsANameAndAnEnd(String body) {
        SOURCE.post("/v1.0/servicePrincipals/" + principal + "/addTokenSigningCertificate", body)
                .statusCode(400);
        SOURCE.get("/v1.0/servicePrincipals/" + principal).body("keyCredentials", hasSize(0));
    }

    @Test
    void aSigningKeyOfOnesOwnComesWithItsPassword() {
        String keyId = Ids.random();
        String dates = "'startDateTime':'" + Json.instant(FIRST) + "','endDateTime':'" + Json.instant(LAST) + "'";
        String path = "/v1.0/servicePrincipals/" + principal;
        done(SOURCE.patch(
                path,
                "{'keyCredentials':[{'type':'X509CertAndPassword','usage':'Sign','key':'cGZ4','keyId':'" + keyId + "',"
                        + dates + "}," + credential(base64(certificate(MINE)))
                        + "],'passwordCredentials':[{'keyId':'" + keyId + "','secretText':'opens it'," + dates
                        + "}]}"));
        SOURCE.get(path)
                .body("keyCredentials", hasSize(2))
                .body("passwordCredentials[0].keyId", is(keyId))
                .body("passwordCredentials[0].secretText", nullValue());
    }
}
