package io.tenantry.synchronization;

import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tenantry.graph.TwoTenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine remembers of a pair of objects (provisioning-engine.md §1.10). */
@QuarkusTest
class ObjectConnectionsHttpTest implements TwoTenants {
    private Configuration made;
    private String ana;

    @BeforeEach
    void provisioned() {
        Configuration.allowed();
        made = Configuration.instantiated().withJob().withSecrets();
        ana = SOURCE.newUser("ana");
        made.assign(ana);
        made.onDemand(made.rule(), ana).statusCode(200);
    }

    private String connections() {
        return made.job().replace("/v1.0/", "/beta/") + "/objectConnections";
    }

    private String connection(String id) {
        return connections() + "('" + id + "')";
    }

    private String target() {
        return TARGET.get("/v1.0/users").extract().path("value[0].id");
    }

    private void cycle() {
        RestAssured.given()
                .post("/_tenantry/tenants/" + SOURCE_ID + "/jobs/" + made.jobId() + "/run")
                .then()
                .statusCode(200);
    }

    @Test
    void aConnectionIsFoundByTheIdOfEitherObject() {
        String target = target();
        for (String id : new String[] {ana, target, ana.toUpperCase()}) {
            SOURCE.get(connection(id))
                    .statusCode(200)
                    .body("'@odata.context'", endsWith("/objectConnections/$entity"))
                    .body("objectId", is(id.toLowerCase()))
                    .body("sourceAnchor", is(ana))
                    .body("targetAnchor", is(target))
                    .body("displayName", is("ana"))
                    .body("objectTypeName", is("User"));
        }
        SOURCE.get(connections() + "/" + ana + "?$select=targetAnchor").body("targetAnchor", is(target));
        SOURCE.get(connection(SOURCE.newUser("ben"))).statusCode(404);
        SOURCE.get(connection(UNKNOWN)).statusCode(404);
    }

    @Test
    void theyAreNeitherListedNorMadeNorChangedNorPartOfTheFirstVersion() {
        refused(SOURCE.get(connections()), 400, "BadRequest");
        SOURCE.post(connections(), "{'sourceAnchor':'x'}").statusCode(405);
        SOURCE.patch(connection(ana), "{'targetAnchor':'x'}").statusCode(405);
        refused(SOURCE.get(made.job() + "/objectConnections('" + ana + "')"), 404, "UnknownError");
    }

    @Test
    void whatIsForgottenIsLookedAtByTheNextCycle() {
        String target = target();
        done(SOURCE.delete(connection(target)));
        SOURCE.get(connection(ana)).statusCode(404);
        done(SOURCE.delete(connection(ana)));
        done(SOURCE.delete(connection(UNKNOWN)));
        TARGET.get("/v1.0/users/" + target).statusCode(200);
        done(SOURCE.post(made.job() + "/start"));
        cycle();
        SOURCE.get(connection(ana)).statusCode(200).body("targetAnchor", is(target));
        SOURCE.get(made.job()).body("status.synchronizedEntryCountByType[0].value", is(1));
    }

    @Test
    void nothingIsForgottenWhileTheJobIsActive() {
        done(SOURCE.post(made.job() + "/start"));
        refused(SOURCE.delete(connection(ana)), 409, "Conflict");
        refused(SOURCE.delete(connection(UNKNOWN)), 409, "Conflict");
        SOURCE.get(connection(ana)).statusCode(200);
        cycle();
        done(SOURCE.post(made.job() + "/pause"));
        done(SOURCE.delete(connection(ana)));
    }

    @ParameterizedTest
    @CsvSource({
        "Synchronization.Read.All, 200, 403",
        "Synchronization.ReadWrite.All, 200, 204",
        "Application.ReadWrite.OwnedBy, 403, 403",
        "User.Read.All, 403, 403"
    })
    void theyNeedAPermission(String permission, int read, int deleted) {
        SOURCE.app(permission).get(connection(ana)).statusCode(read);
        SOURCE.app(permission).delete(connection(ana)).statusCode(deleted);
    }
}
