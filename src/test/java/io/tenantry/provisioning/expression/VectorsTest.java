package io.tenantry.provisioning.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.expression.Vectors.Vector;
import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Function;
import io.tenantry.provisioning.expression.value.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of every function (functions-for-customizing-application-data, provisioning-engine.md §5). */
class VectorsTest {
    static List<Vector> vectors() {
        return Vectors.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void comesToWhatThePageSays(Vector vector) {
        String result = vector.result();
        if (result.startsWith("error ")) {
            assertEquals(result.substring(6), error(vector).kind().wireName());
        } else if (result.startsWith("matches ")) {
            String text = value(vector).text();
            assertTrue(text.matches(result.substring(8)), text);
        } else if (result.equals("nothing")) {
            assertSame(Value.NOTHING, value(vector));
        } else if (result.equals("no flow")) {
            assertSame(Value.NO_FLOW, value(vector));
        } else {
            assertEquals(texts(Json.parse(result)), texts(value(vector)));
        }
    }

    private static Value value(Vector vector) {
        return ExpressionPlanner.plan(vector.expression()).evaluate(vector);
    }

    private static ExpressionError error(Vector vector) {
        return assertThrows(ExpressionError.class, () -> value(vector));
    }

    private static List<String> texts(JsonNode expected) {
        return expected.isArray()
                ? expected.valueStream().map(VectorsTest::text).toList()
                : List.of(text(expected));
    }

    private static String text(JsonNode expected) {
        return expected.isBoolean() ? Value.of(expected.booleanValue()).text() : expected.asText();
    }

    private static List<String> texts(Value value) {
        assertTrue(!value.isAbsent(), "nothing");
        return value.items().stream().map(Value::text).toList();
    }

    /** What is kept between objects must not carry one over into another. */
    @ParameterizedTest
    @MethodSource("vectors")
    void oneAfterTheOtherComesToTheSame(Vector vector) {
        if (!vector.result().startsWith("error ") && !vector.result().startsWith("matches ")) {
            Evaluator planned = ExpressionPlanner.plan(vector.expression());
            Value first = planned.evaluate(vector);
            Metered nobody = Metered.of(name -> Value.NOTHING, vector.surroundings());
            try {
                planned.evaluate(nobody);
            } catch (ExpressionError e) {
                assertTrue(e.getMessage().contains(" at position "));
            }
            assertEquals(first, planned.evaluate(vector));
        }
    }

    @Test
    void everyFunctionHasExamples() {
        Set<String> examples = vectors().stream()
                .map(vector -> vector.file().replace(".txt", ""))
                .collect(Collectors.toSet());
        Set<String> missing = Functions.all().stream()
                .map(Function::name)
                .filter(name -> !examples.contains(name))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), missing);
    }
}
