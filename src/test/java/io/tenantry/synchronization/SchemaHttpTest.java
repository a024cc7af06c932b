package io.tenantry.synchronization;

import static io.tenantry.graph.GraphHttp.done;
import static io.tenantry.graph.GraphHttp.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.format.Json;
import io.tenantry.graph.TwoTenants;
import io.tenantry.store.Store;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** synchronization-api.md §6, §8 and §9. */
@QuarkusTest
class SchemaHttpTest implements TwoTenants {
    @Inject
    Store store;

    private Configuration made;
    private String schema;

    @BeforeEach
    void job() {
        made = Configuration.instantiated().withJob();
        schema = made.job() + "/schema";
    }

    private String stored() {
        return SOURCE.get(schema).statusCode(200).extract().asString();
    }

    private io.restassured.response.ValidatableResponse put(String text) {
        return SOURCE.put(schema, Json.write(Json.parse(text)).replaceAll("\"@odata[^,]*,", ""));
    }

    @Test
    void theTemplateHasASchemaOfItsOwn() {
        SOURCE.get(made.root() + "/templates/Azure2Azure")
                .body("factoryTag", is("Azure2Azure"))
                .body("metadata.find{it.key=='galleryApplicationKey'}.value", is("aad2aadsync"));
        SOURCE.get(made.root() + "/templates/Azure2Azure/schema")
                .body("id", is("Azure2Azure.00000000000000000000000000000000"));
    }

    @Test
    void theDefaultSchemaMapsUsersAndHasGroupsDisabled() {
        SOURCE.get(schema)
                .body("id", is(made.jobId()))
                .body("version", is("v1.2"))
                .body("synchronizationRules.name", contains("USER_INBOUND_USER"))
                .body("synchronizationRules[0].objectMappings[0].enabled", is(true))
                .body("synchronizationRules[0].objectMappings.find{it.targetObjectName=='Group'}.enabled", is(false))
                .body("directories", hasSize(2));
    }

    @Test
    void aSchemaIsReplacedAndGetsAVersion() {
        done(put(stored().replace("\"defaultValue\":\"en-US\"", "\"defaultValue\":\"nb-NO\"")));

        SOURCE.get(schema).body("version", startsWith("Date:"));
    }

    @Test
    void aRuleNamesDirectoriesOfTheSchema() {
        refused(
                put(stored().replaceFirst(
                                "\"sourceDirectoryName\":\"[^\"]*\"", "\"sourceDirectoryName\":\"Elsewhere\"")),
                400,
                "schemaInvalid");
        refused(SOURCE.put(schema, "{}"), 400, "schemaInvalid");
    }

    @Test
    void aDirectoryIsReadAndDiscovered() {
        String id = SOURCE.get(schema + "/directories")
                .body("value", hasSize(2))
                .extract()
                .path("value[0].id");

        SOURCE.get(schema + "/directories/" + id).body("objects.name", hasItem("User"));
        SOURCE.post(schema + "/directories/" + id + "/discover")
                .statusCode(200)
                .body("discoveryDateTime", notNullValue());
    }

    @Test
    void operatorsAndFunctionsAreListedWithAndWithoutBrackets() {
        SOURCE.get(schema + "/filterOperators").body("value.id", hasItems("EQUALS", "IS NULL", "REGEX MATCH"));
        SOURCE.get(schema + "/functions()").body("value.name", hasItems("Append", "Replace"));
    }

    /** One such call ended the process. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Replace([a], \\\"x\\\", , , [a], , )",
                "Replace([a], , \\\"(x+x+)+y\\\", , [a], , )",
                "Replace([a], , \\\"(?!y)(x|xx)*z\\\", , \\\"\\\", , )",
                "Replace([a], , \\\"(x{1000}){1000}\\\", , \\\"\\\", , )",
                "Join([a], [a], [a], [a], [a], [a])",
                "Append([a], Append([a], Append([a], Append([a], [a]))))"
            })
    void nothingThatAnExpressionMakesIsLarge(String expression) {
        for (int length : new int[] {20_000, 3_000_000}) {
            String answer = SOURCE.post(
                            schema + "/parseExpression",
                            "{\"expression\":\"" + expression
                                    + "\",\"testInputObject\":{\"properties\":[{\"key\":\"a\",\"value\":\""
                                    + "x".repeat(length)
                                    + "\"}]}}")
                    .statusCode(200)
                    .body("evaluationSucceeded", is(false))
                    .body("error.message", notNullValue())
                    .extract()
                    .asString();
            assertTrue(answer.length() < 10_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a{1000}){1000}", "((((a{99}){99}){99}){99})", "(", "a**", "(?(1)a)"})
    void aFilterWhosePatternIsTooLargeOrNoneIsRefused(String pattern) {
        ObjectNode changed = Json.parseObject(stored().replaceAll("\"@odata[^,]*,", ""));
        ObjectNode users = (ObjectNode) changed.at("/synchronizationRules/0/objectMappings/0");
        ObjectNode clause = users.putObject("scope")
                .putArray("groups")
                .addObject()
                .put("name", "G")
                .putArray("clauses")
                .addObject()
                .put("sourceOperandName", "department")
                .put("operatorName", "REGEX MATCH");
        clause.putObject("targetOperand").putArray("values").add(pattern);

        refused(SOURCE.put(schema, Json.write(changed)), 400, "schemaInvalid");
    }

    @Test
    void anExpressionIsParsedAndEvaluated() {
        String parse = schema + "/parseExpression";

        SOURCE.post(
                        parse,
                        "{'expression':'Append([city], [state])','testInputObject':{'properties':[{'key':'city','value':'Bergen'},{'key':'state','value':'Vest'}]}}")
                .statusCode(200)
                .body("'@odata.context'", endsWith("#microsoft.graph.parseExpressionResponse"))
                .body("evaluationResult", contains("BergenVest"))
                .body("error", nullValue());
        SOURCE.post(parse, "{'expression':'Append([city'}")
                .statusCode(200)
                .body("parsingSucceeded", is(false))
                .body("error", not(nullValue()));
    }

    /** The writer here ends only behind the answer. */
    @Test
    @Timeout(30)
    void parsingWaitsForNoWriter() {
        store.writeAll(registry -> SOURCE.post(schema + "/parseExpression", "{'expression':'[city]'}")
                .statusCode(200));
    }
}
