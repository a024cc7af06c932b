package io.tenantry.provisioning.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.ExpressionError.Kind;
import io.tenantry.provisioning.expression.value.Parameter;
import io.tenantry.provisioning.expression.value.Value;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The language of provisioning-engine.md §5. */
class ExpressionTest {
    private static String value(String expression, String... attributes) {
        Map<String, String> given = attributes.length == 0 ? Map.of() : Map.of(attributes[0], attributes[1]);
        Value value = ExpressionPlanner.plan(expression).evaluate(name -> Value.of(given.get(name)));
        return value.isAbsent() ? null : value.text();
    }

    private static Kind error(String expression) {
        return assertThrows(ExpressionError.class, () -> value(expression, "a", "x"))
                .kind();
    }

    @Test
    void attributesConstantsAndBlanks() {
        assertEquals("Dock", value("[department]", "department", "Dock"));
        assertEquals(null, value("[department]"));
        assertEquals("a\"b\\c", value("\"a\\\"b\\\\c\""));
        assertEquals("ola-nw", value(" Append( [mailNickname] ,\"-nw\" ) ", "mailNickname", "ola"));
    }

    @Test
    void nullGivenToATextFunctionYieldsNull() {
        assertEquals(null, value("Append([a], \"x\")"));
        assertEquals(null, value("ToLower([a])"));
    }

    @Test
    void coalesceTakesTheEmptyStringAndJoinLeavesItOut() {
        assertEquals("", value("Coalesce([a], \"n/a\")", "a", ""));
        assertEquals("a.b", value("Join(\".\", \"a\", \"\", \"b\")"));
    }

    @Test
    void switchHasAKeyForNoValue() {
        assertEquals("none", value("Switch([city], [city], \"\", \"none\")"));
        assertEquals("?", value("Switch([state], \"?\", \"LX\", \"Lisboa\")", "state", "lx"));
    }

    @Test
    void replaceOfANamedGroup() {
        assertEquals("pier 12", value("Replace(\"pier 9\", , \"(?<n>\\\\d+)\", \"n\", \"12\", , )"));
        assertEquals("zed@nw.example", value("Replace(\"zed\", \"#\", , , , , \"#@nw.example\")"));
    }

    @Test
    void culturesDecideWhatLowerCaseIs() {
        assertEquals("\u0131r\u0131s", value("ToLower(\"IRIS\", \"tr-TR\")"));
    }

    @Test
    void mistakesAreOfTheirKind() {
        assertEquals(Kind.PARSE, error("Append([a], "));
        assertEquals(Kind.PARSE, error("[a"));
        assertEquals(Kind.UNKNOWN_FUNCTION, error("Frobnicate([a])"));
        assertEquals(Kind.UNKNOWN_FUNCTION, error("append([a], \"x\")"));
        assertEquals(Kind.ARITY, error("Append([a])"));
        assertEquals(Kind.TYPE, error("Left([a], \"many\")"));
        assertEquals(Kind.ARGUMENT, error("Replace([a], , \"(\", , \"\", , )"));
        assertEquals(Kind.ARGUMENT, error("Replace([a], , \"x\", \"nosuch\", \"\", , )"));
        assertEquals(Kind.TOO_LONG, error("\"" + "x".repeat(10_000) + "\""));
        assertEquals(Kind.PARSE, error("Not(".repeat(2_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Replace([a], \"a\", , , [a], , )",
                "Replace([a], \"a\", , , , , Replace([a], \"a\", , , [a], , ))",
                "Replace([a], , \"a\", , [a], , )",
                "Replace([a], , \"\", , [a], , )",
                "Replace([a], , \"(a*)\", , \"$1$1$1$1$1$1$1$1\", , )",
                "Replace(\"x\", , \"(?<g>x)\", \"g\", Append([a], Append([a], [a])), , )",
                "Join([a], [a], [a], [a])",
                "Join([a], [m])",
                "Append([a], Append([a], [a]))",
                "Prepend([a], Append([a], [a]))",
                "ToUpper(Append([m], [m]))",
                "Switch([a], \"\", [a], Append(Append([a], [a]), [a]))",
                "[long]",
                "ToLower([long])",
                "IIF([long] = [long], \"x\", \"y\")",
                "IsNullOrEmpty([many])"
            })
    void nothingGrowsByMultiplication(String expression) {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            Evaluator planned = ExpressionPlanner.plan(expression);
            ExpressionError error =
                    assertThrows(ExpressionError.class, () -> planned.evaluate(ExpressionTest::large), expression);
            assertTrue(error.getMessage().length() < 3000);
        });
    }

    private static Value large(String name) {
        return switch (name) {
            case "a" -> Value.of("a".repeat(14_000));
            case "m" -> new Value.Many(List.of(Value.of("b".repeat(10_000)), Value.of("c".repeat(10_000))));
            case "many" -> new Value.Many(Collections.nCopies(100_000, Value.of("")));
            default -> Value.of("d".repeat(3_000_000));
        };
    }

    /** All regular expressions of one evaluation share what they may cost. */
    @Test
    void manyCostlyPatternsTakeNoLongerThanOne() {
        String costly = "Replace([a], , \"(?!b)(a|aa)+c\", , \"\", , )";
        String expression = "Coalesce(" + String.join(", ", Collections.nCopies(150, "IsNull(" + costly + ")")) + ")";
        Evaluator planned = ExpressionPlanner.plan(expression);
        Metered attributes = Metered.of(name -> Value.of("a".repeat(800)));
        assertTimeoutPreemptively(
                Duration.ofSeconds(1),
                () -> assertThrows(ExpressionError.class, () -> {
                    for (int i = 0; i < 200; i++) {
                        planned.evaluate(attributes);
                    }
                }));
    }

    @Test
    void aParsedExpressionNamesItsParameters() {
        JsonNode json =
                MappingSource.toJson(ExpressionParser.parse("Replace([preferredLanguage], \"-\", , , \"_\", , )"));
        assertEquals("Function", json.get("type").asText());
        assertEquals("[source, Find, Replacement]", json.findValuesAsText("key").toString());
        assertEquals("\"-\"", json.at("/parameters/1/value/expression").asText());
    }

    @Test
    void everyFunctionSaysItsParameters() {
        Functions.all()
                .forEach(function -> assertTrue(
                        function.takes((int) function.parameters().stream()
                                        .filter(Parameter::required)
                                        .count())
                                || function.parameters().size() > 1,
                        function.name()));
    }
}
