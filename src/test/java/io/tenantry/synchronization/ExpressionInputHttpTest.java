package io.tenantry.synchronization;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.TwoTenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code GET …/jobs/{id}/expression-input} of the control API: what expressions read of an object of the source. */
@QuarkusTest
class ExpressionInputHttpTest implements TwoTenants {
    private Configuration made;
    private String ana;

    @BeforeEach
    void configuration() {
        made = Configuration.instantiated().withJob();
        ana = SOURCE.newUser("ana");
    }

    private ValidatableResponse input(String object) {
        return given().queryParam("object", object)
                .get("/_tenantry/tenants/source/jobs/" + made.jobId() + "/expression-input")
                .then();
    }

    @Test
    void aUserIsReadByTheAttributesOfTheDirectoryDefinition() {
        SOURCE.patch("/v1.0/users/" + ana, "{'officeLocation':'Dock 4','faxNumber':'+46 1'}");
        made.assign(ana);
        input("ana@" + DOMAIN)
                .statusCode(200)
                .body("definition.name", is("User"))
                .body("properties.find{it.key=='objectId'}.value", is(ana))
                .body("properties.find{it.key=='physicalDeliveryOfficeName'}.value", is("Dock 4"))
                .body("properties.find{it.key=='netId'}.value", startsWith("1003"))
                .body("properties.find{it.key=='accountEnabled'}.value", is(true))
                .body("properties.find{it.key=='appRoleAssignments'}.value.displayName", contains("msiam_access"))
                .body("properties.key", not(hasItem("city")));
    }

    @Test
    void parseExpressionTakesItAsItIs() {
        made.assign(ana);
        String input = input(ana).statusCode(200).extract().asString();
        SOURCE.post(
                        made.job() + "/schema/parseExpression",
                        "{'expression':'Append(SingleAppRoleAssignment([appRoleAssignments]), [displayName])','testInputObject':"
                                + input + "}")
                .statusCode(200)
                .body("evaluationResult", contains("msiam_accessana"));
    }

    @Test
    void aGroupIsReadLikewise() {
        String group = SOURCE.post(
                        "/v1.0/groups",
                        "{'displayName':'Dock','mailNickname':'dock','mailEnabled':false,'securityEnabled':true}")
                .statusCode(201)
                .extract()
                .path("id");
        input(group)
                .statusCode(200)
                .body("definition.name", is("Group"))
                .body("properties.find{it.key=='displayName'}.value", is("Dock"));
    }

    @Test
    void whatIsNotThereIsRefused() {
        input(UNKNOWN).statusCode(404).body("error.message", containsString(UNKNOWN));
        input(" ").statusCode(400).body("error.place", is("object"));
        given().get("/_tenantry/tenants/source/jobs/none/expression-input?object=" + ana)
                .then()
                .statusCode(404);
    }
}
