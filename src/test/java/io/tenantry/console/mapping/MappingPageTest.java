package io.tenantry.console.mapping;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tenantry.console.job.JobWorld;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The editor of mappings: a draft, tried, checked and saved. */
@QuarkusTest
class MappingPageTest {
    private static final int CITY = 4;

    @BeforeEach
    void world() {
        JobWorld.begin(MappingPageTest.class);
    }

    private static String stored() {
        return given().header("Authorization", "Bearer " + JobWorld.token())
                .get(JobWorld.graph() + "/schema")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static RequestSpecification form(String draft) {
        return given().header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("body", draft)
                .formParam("object", "0.0");
    }

    private static ValidatableResponse step(String step, RequestSpecification form) {
        return form.post(JobWorld.PAGE + "/mapping/" + step).then().statusCode(200);
    }

    private static RequestSpecification city(String draft, String expression) {
        return form(draft)
                .formParam("at", CITY)
                .formParam("target", "city")
                .formParam("kind", "expression")
                .formParam("expression", expression)
                .formParam("flowType", "Always")
                .formParam("flowBehavior", "FlowWhenChanged")
                .formParam("priority", "0");
    }

    /** The draft that a step gives back. */
    private static String draft(ValidatableResponse editor) {
        String page = editor.extract().asString();
        String value = page.substring(page.indexOf("name=\"body\" value=\"") + "name=\"body\" value=\"".length());
        return value.substring(0, value.indexOf('"'))
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    @Test
    void theMappingsOfUsersAreATable() {
        JobWorld.page("/mapping")
                .statusCode(200)
                .body(allOf(
                        containsString("aria-current=\"page\">Mapping"),
                        containsString("AltSecIdFromNetid([netId])"),
                        containsString("matching 1"),
                        containsString("ObjectAddOnly"),
                        containsString("Nothing is changed in the draft")));
        JobWorld.page("/mapping?object=0.1").body(containsString("Group: what is done in the target"));
    }

    @Test
    void aChangedMappingIsADraftUntilItIsSaved() {
        ValidatableResponse editor = step("change", city(stored(), "Append([city], \" <b>\")"));
        editor.body(allOf(
                containsString("1 change is not saved"),
                containsString("Append([city], &quot; &lt;b&gt;&quot;)"),
                not(containsString(" <b>\""))));
        String draft = draft(editor);
        assertEquals("Append", JsonPath.from(draft).get(attribute("source.name")));
        assertEquals(List.of("source", "suffix"), JsonPath.from(draft).get(attribute("source.parameters.key")));
        assertEquals("[city]", JsonPath.from(stored()).get(attribute("source.expression")));
        given().formParam("method", "PUT")
                .formParam("tenant", JobWorld.SOURCE)
                .formParam("url", JobWorld.graph() + "/schema")
                .formParam("body", draft)
                .post("/_tenantry/console/call")
                .then()
                .body(containsString("204"));
        assertEquals("Append([city], \" <b>\")", JsonPath.from(stored()).get(attribute("source.expression")));
        step("show", form(draft)).body(containsString("Nothing is changed in the draft"));
    }

    private static String attribute(String path) {
        return "synchronizationRules[0].objectMappings[0].attributeMappings[" + CITY + "]." + path;
    }

    @Test
    void mappingsAreAddedTakenAwayAndPutBack() {
        ValidatableResponse editor = step(
                "change",
                form(stored())
                        .formParam("target", "companyName")
                        .formParam("kind", "constant")
                        .formParam("constant", "Alder \"Wood\"")
                        .formParam("default", "")
                        .formParam("flowType", "ObjectAddOnly")
                        .formParam("flowBehavior", "FlowAlways"));
        editor.body(containsString("new</span>"), containsString("companyName"));
        editor = step("remove", form(draft(editor)).formParam("at", CITY));
        editor.body(containsString("2 changes are not saved"), containsString("Put city back"));
        editor = step("restore", form(draft(editor)).formParam("target", "city"));
        editor.body(containsString("1 change is not saved"));
        step("object", form(stored()).formParam("enabled", "true").formParam("Add", "true"))
                .body(containsString("flowTypes"));
    }

    @Test
    void whatTheApiWouldRefuseIsToldAtTheMapping() {
        step("change", city(stored(), "Nothing([city])"))
                .body(containsString("The mapping of city is no valid expression"));
        step("remove", form(stored()).formParam("at", 0))
                .body(containsString("The matching attribute can be neither changed nor removed"));
    }

    @Test
    void aDraftThatWasOvertakenSaysSo() {
        String begun = draft(step("change", city(stored(), "Trim([city])")));
        given().header("Authorization", "Bearer " + JobWorld.token())
                .contentType("application/json")
                .body(draft(step("change", city(stored(), "ToUpper([city])"))))
                .put(JobWorld.graph() + "/schema")
                .then()
                .statusCode(204);
        step("show", form(begun)).body(containsString("What is stored was changed since this draft was begun"));
    }

    @Test
    void theFormOfAMappingListsFunctionsAndAttributes() {
        step("edit", form(stored()).formParam("at", CITY))
                .body(allOf(
                        containsString("data-insert=\"Append(, )\""),
                        containsString("Append(source, suffix)"),
                        containsString("data-insert=\"[department]\""),
                        containsString("<option value=\"companyName\">"),
                        containsString("value=\"direct\" checked")));
        step("edit", form(stored())).body(containsString("Add a mapping"));
    }

    @Test
    void mistakesStandAtTheirPlace() {
        step("try", city(stored(), "Append([city], \"<i>\""))
                .body(containsString("<mark> </mark>"), containsString("&lt;i&gt;"), not(containsString("<i>")));
        step("try", city(stored(), "Apend([city])")).body(containsString("<mark>A</mark>pend([city])"));
    }

    @Test
    void itIsTriedOnSomebody() {
        String ben = given().header("Authorization", "Bearer " + JobWorld.token())
                .get("/v1.0/users/ben@alderwood.onmicrosoft.com")
                .then()
                .extract()
                .path("id");
        step("try", city(stored(), "Join(\"/\", [department], [displayName])").formParam("person", ben))
                .body(containsString("Office/Ben Holt"));
        step("try", city(stored(), "[city]").formParam("person", ben).formParam("default", "Faro"))
                .body(containsString("no value"), containsString("Faro"));
        step("try", city(stored(), "[city]").formParam("person", "nobody")).body(containsString("nobody"));
        given().get(JobWorld.PAGE + "/mapping/people?q=ben")
                .then()
                .body(containsString(ben), not(containsString("Ana")));
        given().get(JobWorld.PAGE + "/mapping/people?person=" + ben)
                .then()
                .body(containsString("value=\"" + ben + "\" checked"), containsString("Ana &lt;b&gt;"));
        given().get(JobWorld.PAGE + "/mapping/people?type=Group").then().body(containsString("Dock"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"synchronizationRules\":[]}",
                "{\"synchronizationRules\":[{\"objectMappings\":[1]}]}"
            })
    void whatIsNoDraftIsRefusedInWords(String draft) {
        for (String step : new String[] {"show", "change", "remove", "restore", "object", "edit", "try"}) {
            step(step, form(draft).formParam("at", "0").formParam("kind", "none"))
                    .body(containsString("answer failed"));
        }
    }

    @Test
    void hostileExpressionsAreHarmless() {
        for (String expression : new String[] {
            "Append(".repeat(5000), "x".repeat(20_000), "\u0000[city]", "Replace([city], , \"(a+)+$\", , \"x\", , )"
        }) {
            step("try", city(stored(), expression));
            step("change", city(stored(), expression)).body(containsString("id=\"schema\""));
        }
    }

    @Test
    void aJobThatIsNotThereIsNotFound() {
        given().get("/_tenantry/console/tenants/" + JobWorld.SOURCE + "/jobs/none/mapping")
                .then()
                .statusCode(404);
        JobWorld.page("/mapping?object=9.9").statusCode(200).body(containsString("User: what is done in the target"));
        given().urlEncodingEnabled(false)
                .get(JobWorld.PAGE + "/mapping/people?q=%00%22%5C" + "x".repeat(3000))
                .then()
                .statusCode(200);
    }
}
