package io.tenantry.synchronization;

import static io.tenantry.graph.GraphHttp.created;
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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.format.Json;
import io.tenantry.graph.TwoTenants;
import io.tenantry.store.Store;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
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

    private ValidatableResponse put(String text) {
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
    void discoveryFindsTheDirectoryExtensionsOfTheTenant() {
        String application = made.application();
        created(SOURCE.post(
                "/v1.0/applications/" + application + "/extensionProperties",
                "{'name':'berth','dataType':'Integer','targetObjects':['User']}"));
        String name = "extension_" + made.appId().replace("-", "") + "_berth";
        List<String> ids = SOURCE.get(schema + "/directories").extract().path("value.id");

        SOURCE.post(schema + "/directories/" + ids.get(0) + "/discover")
                .body("objects.find{it.name=='User'}.attributes.find{it.name=='" + name + "'}.type", is("Integer"))
                .body("objects.find{it.name=='Group'}.attributes.name", not(hasItem(name)));
        SOURCE.post(schema + "/directories/" + ids.get(1) + "/discover")
                .body("objects.find{it.name=='User'}.attributes.name", not(hasItem(name)));
        done(SOURCE.delete("/v1.0/applications/" + application));
    }

    @Test
    void operatorsAndFunctionsAreListedWithAndWithoutBrackets() {
        for (String functions : new String[] {"/functions", "/functions()"}) {
            SOURCE.get(schema + functions)
                    .body("'@odata.context'", endsWith("$metadata#functions"))
                    .body("value.name", hasItems("Append", "Replace", "DefaultDomain", "Switch", "Word"))
                    .body("value.find{it.name=='Append'}.id", is("Append"))
                    .body("value.find{it.name=='Append'}.parameters.name", contains("source", "suffix"))
                    .body("value.find{it.name=='Append'}.parameters.required", contains(true, true))
                    .body("value.find{it.name=='DefaultDomain'}.parameters", hasSize(0))
                    .body("value.find{it.name=='Join'}.parameters.allowMultipleOccurrences", contains(false, true));
        }
        for (String operators : new String[] {"/filterOperators", "/filterOperators()"}) {
            SOURCE.get(schema + operators)
                    .body(
                            "value.name",
                            contains(
                                    "EQUALS",
                                    "IS FALSE",
                                    "IS NOT NULL",
                                    "IS NULL",
                                    "IS TRUE",
                                    "NOT EQUALS",
                                    "NOT REGEX MATCH",
                                    "REGEX MATCH"))
                    .body("value.arity", hasItems("Binary", "Unary"))
                    .body("value[0].supportedAttributeTypes", contains("String", "Integer"));
        }
    }

    @Test
    void templatesAnswerTheSameQuestions() {
        String template = made.root() + "/templates/Azure2Azure/schema";
        SOURCE.get(template + "/functions").body("value.name", hasItem("Trim"));
        SOURCE.get(template + "/filterOperators").body("value", hasSize(8));
        SOURCE.get(template + "/directories").body("value", hasSize(2));
        SOURCE.post(template + "/parseExpression", "{'expression':'Trim([city])'}")
                .body("parsingSucceeded", is(true));
        SOURCE.get(made.root() + "/templates/Nowhere2Nowhere/schema").statusCode(404);
    }

    /** The customized schema is taken away; the template's is the job's again, and everyone is looked at again. */
    @Test
    void aSchemaIsReset() {
        String before = stored();
        done(put(before.replace("\"defaultValue\":\"en-US\"", "\"defaultValue\":\"nb-NO\"")));
        done(SOURCE.delete(schema));
        assertEquals(before, stored());
        done(SOURCE.delete(schema));
        SOURCE.delete(made.jobs() + "/Azure2Azure.nowhere/schema").statusCode(404);
    }

    @Test
    void aRuleKeepsItsIdWhereNoneIsSent() {
        String rule = made.rule();
        done(put(stored().replaceFirst("\"id\":\"" + rule + "\",", "")));
        SOURCE.get(schema).body("synchronizationRules.id", contains(rule));
    }

    /** attributeMapping, attributeMappingSource: values of these are never null. */
    @Test
    void whatAMappingLeavesOutIsTheDefault() {
        String mapping = "{\"targetAttributeName\":\"companyName\",\"source\":{\"expression\":\"[companyName]\"}},";
        done(put(stored().replaceFirst("\"attributeMappings\":\\[", "$0" + Matcher.quoteReplacement(mapping))));

        SOURCE.get(schema)
                .rootPath("synchronizationRules[0].objectMappings[0].attributeMappings[0]")
                .body("targetAttributeName", is("companyName"))
                .body("flowType", is("Always"))
                .body("flowBehavior", is("FlowWhenChanged"))
                .body("matchingPriority", is(0))
                .body("exportMissingReferences", is(false))
                .body("source.type", is("Attribute"));
    }

    @Test
    void flagsComeBackWithoutBlanks() {
        done(put(stored().replaceFirst("Add,Update,Delete", "Add, Update")));
        SOURCE.get(schema).body("synchronizationRules[0].objectMappings[0].flowTypes", is("Add,Update"));
    }

    @Test
    void aLargeSchemaIsRefused() {
        String large = stored().replace(
                        "\"priority\":1",
                        "\"priority\":1,\"containerFilter\":{\"includedContainers\":[\"" + "x".repeat(1_000_000)
                                + "\"]}")
                .replace("\"containerFilter\":null,", "");
        refused(put(large), 400, "schemaInvalid");
        SOURCE.get(schema).body("version", is("v1.2"));
    }

    @Test
    void aFilterOfTenThousandClausesIsRefused() {
        String clause = "{\"sourceOperandName\":\"city\",\"operatorName\":\"IS NULL\"}";
        String groups = "\"groups\":[{\"name\":\"G\",\"clauses\":["
                + String.join(",", Collections.nCopies(10_000, clause)) + "]}]";
        refused(put(stored().replaceFirst("\"groups\":\\[\\]", groups)), 400, "schemaInvalid");
        SOURCE.get(schema).body("version", is("v1.2"));
    }

    @Test
    void anExpressionOfTenThousandLevelsIsRefused() {
        String deep = "Not(".repeat(10_000) + "[city]" + ")".repeat(10_000);
        refused(put(stored().replaceFirst("\\[city\\]", deep)), 400, "schemaInvalid");
        SOURCE.post(schema + "/parseExpression", "{'expression':'" + deep + "'}")
                .statusCode(200)
                .body("parsingSucceeded", is(false))
                .body("error.code", is("tooLong"));
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
                .body("evaluationSucceeded", is(true))
                .body("parsingSucceeded", is(true))
                .body("parsedExpression.type", is("Function"))
                .body("parsedExpression.parameters.key", contains("source", "suffix"))
                .body("error", nullValue());
        SOURCE.post(parse, "{'expression':'Append([city'}")
                .statusCode(200)
                .body("parsingSucceeded", is(false))
                .body("parsedExpression", nullValue())
                .body("error.code", is("parse"))
                .body("error.message", endsWith(" at position 12"));
        SOURCE.post(parse, "{'expression':null}").body("error.message", is("an expression expected at position 0"));
        SOURCE.post(
                        parse,
                        "{'expression':'Trim(Left([city], [city]))','testInputObject':{'properties':[{'key':'city','value':'x'}]}}")
                .statusCode(200)
                .body("parsingSucceeded", is(true))
                .body("parsedExpression.name", is("Trim"))
                .body("evaluationSucceeded", is(false))
                .body("evaluationResult", hasSize(0))
                .body("error.code", is("type"))
                .body("error.message", is("Left: 'x' is not an integer at position 5"));
    }

    @Test
    void whatTheTargetDoesNotTakeIsSaid() {
        String asked =
                "{'expression':'%s','targetAttributeDefinition':{'name':'seats','type':'%s','multivalued':false}}";
        String parse = schema + "/parseExpression";
        SOURCE.post(parse, asked.formatted("BitAnd(6, 3)", "Integer")).body("evaluationResult", contains("2"));
        SOURCE.post(parse, asked.formatted("Guid()", "Integer"))
                .statusCode(200)
                .body("parsingSucceeded", is(true))
                .body("evaluationSucceeded", is(false))
                .body("evaluationResult", hasSize(0))
                .body("error.code", is("UnprocessableEntity"))
                .body("error.message", startsWith("The attribute 'seats' takes integers, not '"));
    }

    /** They are there for what comes from Active Directory on premises. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"groupFilter\":{\"includedGroups\":[\"Pilots\"]}",
                "\"containerFilter\":{\"includedContainers\":[\"OU=Pilots\"]}"
            })
    void aRuleIsNotLimitedToContainersAndGroups(String filter) {
        String name = filter.substring(0, filter.indexOf(':'));
        refused(put(stored().replace(name + ":null", filter)), 400, "schemaInvalid");
        done(put(stored().replace(name + ":null", filter.replaceAll("\\[.*]", "[]"))));
    }

    @Test
    void testValuesAreOfAnyType() {
        String object = "{'properties':[{'key':'n','value':5},{'key':'b','value':false},{'key':'none','value':null},"
                + "{'key':'roles','value@odata.type':'#Collection(String)','value':['Default Assignment']},"
                + "{'key':'assigned','value':[{'id':'1','value':'Reader','displayName':'Readers'}]}]}";
        for (String[] each : new String[][] {
            {"BitAnd([n], 4)", "4"},
            {"CStr([b])", "False"},
            {"IsNull([none])", "True"},
            {"SingleAppRoleAssignment([roles])", "Default Assignment"},
            {"SingleAppRoleAssignment([assigned])", "Reader"},
            {"DefaultDomain()", DOMAIN}
        }) {
            SOURCE.post(
                            schema + "/parseExpression",
                            "{'expression':'" + each[0] + "','testInputObject':" + object + "}")
                    .statusCode(200)
                    .body("evaluationResult", contains(each[1]));
        }
    }

    /** The writer here ends only behind the answer. */
    @Test
    @Timeout(30)
    void parsingWaitsForNoWriter() {
        store.writeAll(registry -> SOURCE.post(schema + "/parseExpression", "{'expression':'[city]'}")
                .statusCode(200));
    }
}
