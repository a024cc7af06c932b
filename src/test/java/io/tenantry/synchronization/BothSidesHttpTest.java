package io.tenantry.synchronization;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.TwoTenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code GET …/jobs/{id}/compare} and {@code GET …/users/{id}/links} of the control API. */
@QuarkusTest
class BothSidesHttpTest implements TwoTenants {
    private Configuration made;
    private String ana;

    @BeforeEach
    void configuration() {
        given().body("{\"now\":\"2026-03-02T08:00:00Z\",\"frozen\":true}").put("/_tenantry/clock");
        Configuration.allowed();
        made = Configuration.instantiated().withJob().withSecrets();
        ana = SOURCE.newUser("ana", "'city':'Porto'");
        made.assign(ana);
        SOURCE.post(made.job() + "/start", "").statusCode(204);
    }

    private ValidatableResponse compared(String user) {
        return given().queryParam("user", user)
                .get("/_tenantry/tenants/source/jobs/" + made.jobId() + "/compare")
                .then()
                .statusCode(200);
    }

    private void cycle() {
        given().post("/_tenantry/tenants/source/jobs/" + made.jobId() + "/run")
                .then()
                .statusCode(200);
    }

    private String target() {
        return compared(ana).extract().path("target.id");
    }

    private static ValidatableResponse links(String tenant, String user) {
        return given().get("/_tenantry/tenants/" + tenant + "/users/" + user + "/links")
                .then()
                .statusCode(200);
    }

    @Test
    void whoIsInTheTargetNotYetIsShownAsItWouldBeMade() {
        compared(ana)
                .body("target", nullValue())
                .body("link", nullValue())
                .body("read.city", is("Porto"))
                .body("attributes.find{it.name=='city'}.made", is("Porto"))
                .body("attributes.find{it.name=='city'}.held", nullValue())
                .body("attributes.find{it.name=='city'}.state", is("new"))
                .body("attributes.find{it.name=='preferredLanguage'}.made", is("en-US"))
                .body("attributes.find{it.name=='userPrincipalName'}.made", containsString("#EXT#"));
        links("source", ana).body("", empty());
    }

    @Test
    void whatTheNextUpdateWritesIsToldApartFromWhatItLeaves() {
        cycle();
        compared("ana@" + DOMAIN)
                .body("target.state", is("active"))
                .body("link", is("linked"))
                .body("attributes.findAll{it.state!='same'}.name", contains("preferredLanguage"));
        TARGET.patch("/v1.0/users/" + target(), "{'city':'Faro','department':'Dock','userType':'Guest'}");
        compared(ana)
                .body("attributes.find{it.name=='city'}.state", is("differs"))
                .body("attributes.find{it.name=='city'}.made", is("Porto"))
                .body("attributes.find{it.name=='city'}.held", is("Faro"))
                // null never clears, and a type is given once
                .body("attributes.find{it.name=='department'}.state", is("kept"))
                .body("attributes.find{it.name=='userType'}.state", is("kept"));
    }

    @Test
    void aManagerWhoIsNotInTheTargetIsWaitedFor() {
        String boss = SOURCE.newUser("boss");
        SOURCE.put(
                "/v1.0/users/" + ana + "/manager/$ref",
                "{'@odata.id':'https://graph.microsoft.com/v1.0/users/" + boss + "'}");
        cycle();
        compared(ana)
                .body("attributes.find{it.name=='manager'}.state", is("kept"))
                .body("attributes.find{it.name=='manager'}.reason", notNullValue());
        made.assign(boss);
        cycle();
        compared(ana).body("attributes.find{it.name=='manager'}.state", is("differs"));
    }

    @Test
    void aLinkIsSeenFromBothEnds() {
        cycle();
        String target = target();
        for (ValidatableResponse links : new ValidatableResponse[] {links("source", ana), links("target", target)}) {
            links.body("job", contains(made.jobId()))
                    .body("state", contains("linked"))
                    .body("[0].source.tenant", is(SOURCE_ID))
                    .body("[0].source.id", is(ana))
                    .body("[0].target.tenant", is(TARGET_ID))
                    .body("[0].target.id", is(target));
        }
        links("target", "nobody").body("", empty());
    }

    @Test
    void whoIsNotThereHasNoAttributes() {
        compared(UNKNOWN).body("user.displayName", nullValue()).body("attributes", empty());
        given().queryParam("user", ana)
                .get("/_tenantry/tenants/source/jobs/none/compare")
                .then()
                .statusCode(404);
        given().get("/_tenantry/tenants/source/jobs/" + made.jobId() + "/compare")
                .then()
                .statusCode(400);
    }
}
