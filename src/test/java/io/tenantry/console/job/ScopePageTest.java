package io.tenantry.console.job;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is in the scope of a job, and what decides it. */
@QuarkusTest
class ScopePageTest {
    @BeforeEach
    void world() {
        JobWorld.begin(ScopePageTest.class);
    }

    private static RequestSpecification clause(String group, String attribute, String operator, String value) {
        return given().formParam("groupName", "Docks")
                .formParam("group", group)
                .formParam("attribute", attribute)
                .formParam("operator", operator)
                .formParam("values", value);
    }

    private static ValidatableResponse filter(RequestSpecification form, String path) {
        return form.post(JobWorld.PAGE + "/scope/filter" + path).then().statusCode(200);
    }

    @Test
    void whoIsAssignedIsListedAndNamesAreOnlyText() {
        JobWorld.page("/scope")
                .statusCode(200)
                .body(containsString("Ana &lt;b&gt;Reis"), not(containsString("<b>Reis")))
                .body(containsString("Dock"), containsString("appRoleAssignedTo/"))
                .body(containsString("alternativeSecurityIds is “None”"), containsString("No filter"));
        JobWorld.page("/scope/members?group=9a1de000-5eed-4a11-8d00-00000000a11d")
                .body(containsString("1 direct members"), containsString("ben@alderwood.onmicrosoft.com"));
    }

    @Test
    void somebodyIsFoundAndAssigned() {
        JobWorld.page("/scope/search?q=Cem")
                .body(containsString("Cem Ak"), containsString("principalId"), containsString("Assign"));
        JobWorld.page("/scope/search?q=Doc").body(containsString("Group"));
        JobWorld.page("/scope/search?q=").body(not(containsString("Assign")));
        JobWorld.page("/scope/search?q=zzz").body(containsString("Nobody has that"));
        JobWorld.page("/scope/search?q=%22%5C%3Cb%3E%27").statusCode(200);
    }

    @Test
    void aPersonsScopeIsToldWithTheGroupThatSheComesThrough() {
        JobWorld.page("/scope/person?user=ben@alderwood.onmicrosoft.com")
                .body(containsString("through Group Dock"), containsString(">met<"));
        JobWorld.page("/scope/person?user=cem@alderwood.onmicrosoft.com").body(containsString("not met"));
        JobWorld.page("/scope/person?user=nobody").body(containsString("no such user"));
        JobWorld.page("/scope/person?user=").body(containsString("user is missing"));
    }

    @Test
    void aFilterIsEditedClauseByClause() {
        filter(given().formParam("change", "group"), "").body(containsString("name=\"attribute\""));
        filter(clause("0", "department", "EQUALS", "Dock").formParam("change", "clause:0"), "")
                .body(containsString("attribute-0-1"), containsString("Dock</textarea>"));
        filter(clause("0", "department", "EQUALS", "Dock").formParam("change", "less:0:0"), "")
                .body(not(containsString("name=\"attribute\"")));
        for (String odd : new String[] {"less:9:9", "clause:-1", "clause:x", "less", ":", "less:0:99999999999"}) {
            filter(clause("0", "department", "EQUALS", "Dock").formParam("change", odd), "")
                    .body(containsString("Dock</textarea>"));
        }
    }

    @Test
    void anEditedFilterIsSavedIntoTheSchemaAndNothingElseIs() {
        String call = filter(clause("0", "department", "EQUALS", "Dock"), "/call")
                .body(containsString("department is “Dock”"), containsString("is deprovisioned"))
                .extract()
                .asString();
        String schema = JobWorld.graph() + "/schema";
        int mappings = mappings(schema);
        String groups =
                "[{\"name\":\"Docks\",\"clauses\":[{\"sourceOperandName\":\"department\",\"operatorName\":\"EQUALS\",\"targetOperand\":{\"values\":[\"Dock\"]}}]}]";
        assertTrue(call.contains(groups.replace("\"", "&quot;")), call);
        JobWorld.form("PUT", schema)
                .formParam("from", schema)
                .formParam("/synchronizationRules/0/objectMappings/0/scope/groups:json", groups)
                .post(JobWorld.CALL)
                .then()
                .body(containsString("204"));
        JobWorld.page("/scope").body(containsString("department is “Dock”"));
        assertEquals(mappings, mappings(schema));
    }

    private static int mappings(String schema) {
        return given().auth()
                .oauth2(JobWorld.token())
                .get(schema)
                .then()
                .statusCode(200)
                .body("synchronizationRules[0].objectMappings[0].scope.inputFilterGroups.size()", equalTo(1))
                .extract()
                .path("synchronizationRules[0].objectMappings[0].attributeMappings.size()");
    }

    @Test
    void aMappingThatIsNotThereIsNotFound() {
        JobWorld.page("/scope?mapping=1").statusCode(200);
        JobWorld.page("/scope?mapping=9").statusCode(404);
        JobWorld.page("/scope?mapping=x").statusCode(404);
        JobWorld.page("/scope/members?group=none").statusCode(400);
    }
}
