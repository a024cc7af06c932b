package io.tenantry.provisioning.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.CpuTime;
import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.ExpressionError.Kind;
import io.tenantry.provisioning.expression.value.Value;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertEquals(Kind.PARSE, error(""));
        assertEquals(Kind.PARSE, error("  "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Append([a], x)|12|x",
                "Append([a], Nope([a]))|12|Nope",
                "Append([a], Left([a]))|12|Left",
                "Append([a], Left([a], 'x'))|12|Left",
                "Append([a], ToUpper([a], , ))|12|ToUpper",
                "Append([a], Left([a], ))|12|numChars",
                "[a] = [a]|4|nothing more",
                "Append([a] [a])|11|',' or ')'"
            })
    void mistakesSayWhereTheyAre(String expression, int position, String what) {
        ExpressionError error =
                assertThrows(ExpressionError.class, () -> value(expression.replace('\'', '"'), "a", "x"));
        assertTrue(error.getMessage().endsWith(" at position " + position), error.getMessage());
    }

    @Test
    void anExpressionIsAsLongAndAsDeepAsItMayBe() {
        assertEquals("x".repeat(9_998), value("\"" + "x".repeat(9_998) + "\""));
        assertEquals(Kind.TOO_LONG, error("\"" + "x".repeat(9_999) + "\""));
        assertEquals("True", value("Not(".repeat(50) + "\"x\"" + ")".repeat(50)).length() > 0 ? "True" : "");
        assertEquals(Kind.PARSE, error("Not(".repeat(51) + "\"x\"" + ")".repeat(51)));
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
                "IsNullOrEmpty([many])",
                "ConvertToUTF8Hex(Append([a], [a]))",
                "Split([a], \"a\")",
                "Split(Join(\",\", [thousand], \"x\"), \",\")",
                "Coalesce([long], \"x\")",
                "InStr([a], Append(Left([a], 7000), \"b\"))",
                "Replace([a], Append(Left([a], 7000), \"b\"), , , \"\", , )",
                "Split([a], Append(Left([a], 7000), \"b\"))"
            })
    void nothingGrowsByMultiplication(String expression) {
        CpuTime.within(Duration.ofSeconds(2), () -> {
            Evaluator planned = ExpressionPlanner.plan(expression);
            ExpressionError error =
                    assertThrows(ExpressionError.class, () -> planned.evaluate(ExpressionTest::large), expression);
            assertTrue(error.getMessage().length() < 3000);
        });
    }

    @Test
    void marksOfOneLetterTakeTimeThatGrowsWithTheirNumber() {
        String letter = "e" + "\u0324\u0301".repeat(15_000);
        Evaluator planned = ExpressionPlanner.plan("NormalizeDiacritics([a])");
        CpuTime.within(
                Duration.ofSeconds(1), () -> assertEquals(Value.of("e"), planned.evaluate(name -> Value.of(letter))));
    }

    private static Value large(String name) {
        return switch (name) {
            case "a" -> Value.of("a".repeat(14_000));
            case "m" -> new Value.Many(List.of(Value.of("b".repeat(10_000)), Value.of("c".repeat(10_000))));
            case "thousand" -> new Value.Many(Collections.nCopies(1000, Value.of("y")));
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
        CpuTime.within(
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
}
