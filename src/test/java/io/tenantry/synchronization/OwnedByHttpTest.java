package io.tenantry.synchronization;

import static io.tenantry.graph.GraphHttp.created;
import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.reference;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.GraphHttp;
import io.tenantry.graph.TwoTenants;
import io.tenantry.graph.WithClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** field-findings.md §4: {@code Application.ReadWrite.OwnedBy} reaches what the caller owns, on every synchronization endpoint. */
@QuarkusTest
class OwnedByHttpTest implements WithClient {
    private static final GraphHttp OWNED_BY = SOURCE.app("Application.ReadWrite.OwnedBy");

    private static final String DENIED = "Insufficient privileges to complete the operation.";

    private static final List<String> ENDPOINTS = List.of(
            "GET ",
            "PUT  {'secrets':[]}",
            "GET /secrets",
            "PUT /secrets {'value':[]}",
            "POST /acquireAccessToken {}",
            "GET /templates",
            "GET /templates/Azure2Azure",
            "GET /templates/Azure2Azure/schema",
            "GET /templates/Azure2Azure/schema/directories",
            "GET /templates/Azure2Azure/schema/functions",
            "GET /jobs",
            "POST /jobs {'templateId':'Azure2Azure'}",
            "POST /jobs/validateCredentials {'useSavedCredentials':true}",
            "GET /jobs/{job}",
            "POST /jobs/{job}/start {}",
            "POST /jobs/{job}/pause {}",
            "POST /jobs/{job}/restart {}",
            "POST /jobs/{job}/validateCredentials {'useSavedCredentials':true}",
            "POST /jobs/{job}/provisionOnDemand {'parameters':[]}",
            "GET /jobs/{job}/schema",
            "PUT /jobs/{job}/schema {}",
            "DELETE /jobs/{job}/schema",
            "GET /jobs/{job}/schema/directories",
            "POST /jobs/{job}/schema/directories/{directory}/discover {}",
            "GET /jobs/{job}/schema/filterOperators",
            "GET /jobs/{job}/schema/functions",
            "POST /jobs/{job}/schema/parseExpression {'expression':'[mail]'}",
            "DELETE /jobs/{job}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/servicePrincipals/{sp}",
                "/servicePrincipals(appId='{app}')",
                "/applications/{application}",
                "/applications(appId='{app}')"
            })
    void whatIsOwnedIsOpenAndNothingElse(String owner) {
        Configuration theirs = Configuration.instantiated().withJob();
        Configuration mine = Configuration.instantiated(OWNED_BY).withJob();
        String before = SOURCE.get(theirs.job()).extract().body().asString();

        for (String endpoint : ENDPOINTS) {
            refused(call(theirs, owner, endpoint), 403, "Authorization_RequestDenied", DENIED);
            call(mine, owner, endpoint).statusCode(not(403)).statusCode(not(405));
        }
        SOURCE.get(theirs.job()).body(is(before));
    }

    @Test
    void anotherPermissionOpensItsPartOfWhatIsNotOwned() {
        Configuration made = Configuration.instantiated().withJob();

        SOURCE.app("Application.ReadWrite.OwnedBy", "Synchronization.Read.All")
                .get(made.jobs())
                .statusCode(200);
        refused(
                SOURCE.app("Application.ReadWrite.OwnedBy", "Synchronization.Read.All")
                        .post(made.job() + "/start"),
                403,
                "Authorization_RequestDenied");
    }

    @Test
    void anOwnerOfTheApplicationIsNoOwnerOfItsServicePrincipal() {
        Configuration made = Configuration.instantiated().withJob();
        done(SOURCE.post(
                "/v1.0/applications/" + made.application() + "/owners/$ref", reference(WithClient.servicePrincipal())));

        OWNED_BY.get("/v1.0/applications(appId='" + made.appId() + "')/synchronization/jobs")
                .statusCode(200);
        refused(
                OWNED_BY.get("/v1.0/servicePrincipals(appId='" + made.appId() + "')/synchronization/jobs"),
                403,
                "Authorization_RequestDenied");
    }

    @Test
    void synchronizationIsNotShownThroughTheServicePrincipalEither() {
        Configuration made = Configuration.instantiated();
        String principal = "/v1.0/servicePrincipals";

        for (String path : List.of(principal + "/" + made.servicePrincipal(), principal)) {
            refused(OWNED_BY.get(path + "?$expand=synchronization"), 403, "Authorization_RequestDenied");
        }
    }

    @Test
    void ownershipIsNotTakenButGiven() {
        Configuration made = Configuration.instantiated();
        GraphHttp caller = SOURCE.app("Application.ReadWrite.OwnedBy", "Directory.Read.All");
        String me = WithClient.servicePrincipal();

        for (String object :
                List.of("applications/" + made.application(), "servicePrincipals/" + made.servicePrincipal())) {
            refused(caller.post("/v1.0/" + object + "/owners/$ref", reference(me)), 403, "Authorization_RequestDenied");
            refused(caller.patch("/v1.0/" + object, "{'displayName':'Mine'}"), 403, "Authorization_RequestDenied");
            refused(caller.post("/v1.0/" + object + "/addPassword", "{}"), 403, "Authorization_RequestDenied");
            refused(caller.delete("/v1.0/" + object), 403, "Authorization_RequestDenied");
            SOURCE.get("/v1.0/" + object + "/owners").body("value.size()", is(0));
        }
        refused(
                caller.post(
                        "/v1.0/applications/" + made.application() + "/extensionProperties",
                        "{'name':'a','dataType':'String','targetObjects':['User']}"),
                403,
                "Authorization_RequestDenied");
    }

    @Test
    void aServicePrincipalIsMadeByWhoOwnsTheApplication() {
        String theirs = SOURCE.post("/v1.0/applications", "{'displayName':'Theirs'}")
                .extract()
                .path("appId");
        String mine = OWNED_BY.post("/v1.0/applications", "{'displayName':'Mine'}")
                .extract()
                .path("appId");

        refused(
                OWNED_BY.post("/v1.0/servicePrincipals", "{'appId':'" + theirs + "'}"),
                403,
                "Authorization_RequestDenied");
        created(OWNED_BY.post("/v1.0/servicePrincipals", "{'appId':'" + mine + "'}"));
    }

    private static ValidatableResponse call(Configuration made, String owner, String endpoint) {
        String[] parts = endpoint.split(" ", 3);
        String path = "/v1.0" + owner + "/synchronization" + parts[1];
        String url = path.replace("{sp}", made.servicePrincipal())
                .replace("{application}", made.application())
                .replace("{app}", made.appId())
                .replace("{job}", made.jobId())
                .replace("{directory}", TwoTenants.UNKNOWN);
        return switch (parts[0]) {
            case "GET" -> OWNED_BY.get(url);
            case "DELETE" -> OWNED_BY.delete(url);
            case "PUT" -> OWNED_BY.put(url, parts[2]);
            default -> OWNED_BY.post(url, parts[2]);
        };
    }
}
