package io.tenantry.directory.application;

import static io.tenantry.graph.GraphHttp.created;
import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.missing;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.TwoTenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** federatedidentitycredential. */
@QuarkusTest
class FederatedIdentityCredentialsHttpTest implements TwoTenants {
    private static final String ISSUER = "https://token.actions.githubusercontent.com";
    private static final String INVALID = "InvalidFederatedIdentityCredentialValue";

    private String application;
    private String credentials;

    @BeforeEach
    void application() {
        application = created(SOURCE.post("/v1.0/applications", "{'displayName':'Ferry'}"));
        credentials = "/v1.0/applications/" + application + "/federatedIdentityCredentials";
    }

    private static String body(String name, String subject) {
        return "{'name':'" + name + "','issuer':'" + ISSUER + "','subject':'" + subject
                + "','audiences':['api://AzureADTokenExchange']}";
    }

    private String newOne(String name, String subject) {
        return created(SOURCE.post(credentials, body(name, subject)));
    }

    @Test
    void aCredentialIsMadeReadChangedAndDeleted() {
        ValidatableResponse made = SOURCE.post(credentials, body("main", "repo:ferry:main"))
                .body(
                        "'@odata.context'",
                        endsWith("#applications('" + application + "')/federatedIdentityCredentials/$entity"))
                .body("description", nullValue())
                .body("audiences", contains("api://AzureADTokenExchange"));
        String id = created(made);
        for (String path : new String[] {"/" + id, "(name='main')", "/main", "('" + id + "')"}) {
            SOURCE.get(credentials + path).statusCode(200).body("subject", is("repo:ferry:main"));
        }
        SOURCE.get(credentials).body("value.name", contains("main"));
        newOne("next", "repo:ferry:next");
        SOURCE.get(credentials + "?$filter=name eq 'next'").body("value.subject", contains("repo:ferry:next"));
        SOURCE.get(credentials + "?$filter=subject eq 'repo:ferry:main'").body("value.name", contains("main"));

        done(SOURCE.patch(credentials + "/" + id, "{'subject':'repo:ferry:other','description':'kept'}"));
        done(SOURCE.patch(credentials + "(name='main')", "{'name':'main','description':'new'}"));
        SOURCE.get(credentials + "/" + id)
                .body("subject", is("repo:ferry:other"))
                .body("description", is("new"));
        SOURCE.patch(credentials + "/" + id, "{'name':'other'}").statusCode(400);
        done(SOURCE.delete(credentials + "(name='main')"));
        missing(SOURCE.get(credentials + "/" + id), id);
        missing(SOURCE.get(credentials + "(name='main')"), "main");
        SOURCE.get("/v1.0/auditLogs/directoryAudits").body("value.activityDisplayName", hasItem("Update application"));
    }

    @Test
    void nameAndSubjectStandOnce() {
        newOne("main", "repo:ferry:main");
        String next = newOne("next", "repo:ferry:next");

        refused(
                SOURCE.post(credentials, body("main", "repo:ferry:x")),
                409,
                "Request_MultipleObjectsWithSameKeyValue",
                "FederatedIdentityCredential with name main already exists.");
        refused(SOURCE.post(credentials, body("third", "repo:ferry:main")), 400, INVALID);
        refused(SOURCE.patch(credentials + "/" + next, "{'subject':'repo:ferry:main'}"), 400, INVALID);
        newOne("case", "repo:ferry:MAIN");
        String other = created(SOURCE.post("/v1.0/applications", "{'displayName':'Other'}"));
        created(SOURCE.post(
                "/v1.0/applications/" + other + "/federatedIdentityCredentials", body("main", "repo:ferry:main")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'issuer':'https://a.example','subject':'s','audiences':['a']}",
                "{'name':'n','subject':'s','audiences':['a']}",
                "{'name':'n','issuer':'https://a.example','audiences':['a']}",
                "{'name':'n','issuer':'https://a.example','subject':'s'}",
                "{'name':'n','issuer':'https://a.example','subject':'s','audiences':[]}",
                "{'name':'n','issuer':'https://a.example','subject':'s','audiences':['a','b']}",
                "{'name':'n','issuer':'https://a.example','subject':'s','audiences':'a'}",
                "{'name':'n n','issuer':'https://a.example','subject':'s','audiences':['a']}",
                "{'name':'n/n','issuer':'https://a.example','subject':'s','audiences':['a']}",
                "{'name':'n','issuer':'a.example','subject':'s','audiences':['a']}",
                "{'name':'n','issuer':'https://a.example','subject':'','audiences':['a']}",
                "{'name':'n','issuer':'https://a.example','subject':'s','audiences':['a'],'shoe':{}}",
                "{'name':'n','issuer':'https://a.example','audiences':['a'],'claimsMatchingExpression':{'value':'x','languageVersion':1}}"
            })
    void aCredentialIsWholeAndFits(String body) {
        SOURCE.post(credentials, body).statusCode(400);
        SOURCE.post(credentials, body.replace("'n'", "'" + "n".repeat(121) + "'"))
                .statusCode(400);
        SOURCE.get(credentials).body("value", hasSize(0));
    }

    @Test
    void valuesHaveAnEnd() {
        String longText = "x".repeat(601);
        SOURCE.post(credentials, body("n", longText)).statusCode(400);
        SOURCE.post(credentials, body("n", "s").replace("api://AzureADTokenExchange", longText))
                .statusCode(400);
        SOURCE.post(credentials, body("n", "s").replace(ISSUER, ISSUER + "/" + longText))
                .statusCode(400);
        SOURCE.post(credentials, body("n", "s").replace("}", ",'description':'" + longText + "'}"))
                .statusCode(400);
        created(SOURCE.post(credentials, body("n".repeat(120), "s")));
    }

    @Test
    void betaMatchesClaimsByAnExpression() {
        String beta = credentials.replace("v1.0", "beta");
        String expression = "'claimsMatchingExpression':{'value':'claims[\\'sub\\'] matches *','languageVersion':1}"
                .replace("\\'", "`");
        String start = "{'name':'flexible','issuer':'" + ISSUER + "','audiences':['a'],";
        SOURCE.post(beta, start + expression + ",'subject':'s'}").statusCode(400);
        SOURCE.post(beta, start + "'claimsMatchingExpression':{'value':'','languageVersion':1}}")
                .statusCode(400);
        created(SOURCE.post(beta, start + expression + "}")
                .body("claimsMatchingExpression.languageVersion", is(1))
                .body("subject", nullValue()));
    }

    @Test
    void anApplicationHasTwentyAtMost() {
        for (int i = 0; i < 20; i++) {
            newOne("n" + i, "s" + i);
        }
        SOURCE.post(credentials, body("n20", "s20")).statusCode(400);
        SOURCE.get(credentials).body("value", hasSize(20));
    }

    @Test
    void aNameThatIsFreeIsCreatedOnDemand() {
        String wanted = "{'issuer':'" + ISSUER + "','subject':'s','audiences':['a']}";
        String named = credentials + "(name='fresh')";
        missing(SOURCE.patch(named, wanted), "fresh");
        created(SOURCE.with("Prefer", "create-if-missing").patch(named, wanted).body("name", is("fresh")));
        done(SOURCE.with("Prefer", "create-if-missing").patch(named, wanted.replace("'s'", "'t'")));
        SOURCE.get(named).body("subject", is("t"));
        SOURCE.with("Prefer", "create-if-missing")
                .patch("/v1.0/applications/" + UNKNOWN + "/federatedIdentityCredentials(name='fresh')", wanted)
                .statusCode(404);
    }

    @Test
    void whoOwnsTheApplicationMayWriteThem() {
        refused(
                SOURCE.app("Application.ReadWrite.OwnedBy").post(credentials, body("n", "s")),
                403,
                "Authorization_RequestDenied");
        SOURCE.app("Application.Read.All").post(credentials, body("n", "s")).statusCode(403);
        SOURCE.app("User.Read.All").get(credentials).statusCode(403);
        String id = newOne("n", "s");
        refused(
                SOURCE.app("Application.ReadWrite.OwnedBy").delete(credentials + "/" + id),
                403,
                "Authorization_RequestDenied");
        SOURCE.app("Application.Read.All").get(credentials + "/" + id).statusCode(200);
    }

    @Test
    void theyEndWithTheirApplication() {
        String id = newOne("main", "s");
        done(SOURCE.delete("/v1.0/applications/" + application));
        SOURCE.get(credentials).statusCode(404);
        SOURCE.post("/v1.0/directory/deletedItems/" + application + "/restore").statusCode(200);
        SOURCE.get(credentials + "/" + id).statusCode(200);
        done(SOURCE.delete("/v1.0/applications/" + application));
        done(SOURCE.delete("/v1.0/directory/deletedItems/" + application));
        SOURCE.get(credentials + "/" + id).statusCode(404);
    }
}
