package io.tenantry.provisioning.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.CpuTime;
import io.tenantry.provisioning.expression.value.ExpressionError;
import io.tenantry.provisioning.expression.value.Function;
import io.tenantry.provisioning.expression.value.Surroundings;
import io.tenantry.provisioning.expression.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written and whatever it reads, an expression comes to a value of bounded size or to an {@link ExpressionError}. */
@Execution(ExecutionMode.CONCURRENT)
class RandomExpressionTest {
    private static final Set<String> OF_CHANCE = Set.of("Guid", "RandomString");

    private static final List<String> CONSTANTS = List.of(
            "\"\"",
            "\"a\"",
            "\"ab, cd\"",
            "\"True\"",
            "\"d\"",
            "\"yyyy-MM-dd\"",
            "\"HH:mm tt 'x'\"",
            "\"tr-TR\"",
            "\"(?<a>.)b*\"",
            "\"[a-\"",
            "\"$1${a}\"",
            "\"2024-03-01+02:00\"",
            "\"Åse\\\"\\\\\"",
            "vbTextCompare",
            "0",
            "1",
            "3",
            "-1",
            "9223372036854775807",
            "&HFF");

    private static final Map<String, Value> ATTRIBUTES = Map.of(
            "text",
            Value.of("Ola Berg"),
            "empty",
            Value.of(""),
            "number",
            new Value.Whole(5),
            "flag",
            Value.TRUE,
            "date",
            Value.of("2024-02-29T23:59:59.9999999-14:00"),
            "long",
            Value.of("ab".repeat(16_000)),
            "accents",
            Value.of("é".repeat(32_000)),
            "list",
            new Value.Many(List.of(Value.of("x"), Value.of("y"), Value.of(""))),
            "none",
            Value.NOTHING,
            "roles",
            new Value.Many(List.of(new Value.Role("1", null, "msiam_access"))));

    private final Surroundings surroundings =
            Surroundings.of(() -> Instant.parse("2024-03-01T13:05:09Z"), "nw.example");

    private static String any(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String expression(Random random, int depth) {
        int kind = random.nextInt(10);
        if (depth == 0 || kind < 3) {
            return kind % 2 == 0 ? any(random, CONSTANTS) : "[" + any(random, List.copyOf(ATTRIBUTES.keySet())) + "]";
        }
        List<Function> functions = List.copyOf(Functions.all());
        Function function = functions.get(random.nextInt(functions.size()));
        List<String> arguments = new ArrayList<>();
        int count = random.nextInt(8);
        while (!function.takes(count)) {
            count = random.nextInt(8);
        }
        for (int i = 0; i < count; i++) {
            boolean omitted = !function.parameter(i, count).required() && random.nextInt(3) == 0;
            arguments.add(omitted ? "" : argument(random, depth - 1));
        }
        return function.name() + "(" + String.join(", ", arguments) + ")";
    }

    private static String argument(Random random, int depth) {
        String operand = expression(random, depth);
        return random.nextInt(12) > 0
                ? operand
                : operand + " " + any(random, List.of("=", "<>", "<", ">=")) + " " + expression(random, depth);
    }

    private String outcome(Expression expression) {
        try {
            Metered attributes = Metered.of(name -> ATTRIBUTES.getOrDefault(name, Value.NOTHING), surroundings);
            Value value = ExpressionPlanner.plan(expression).evaluate(attributes);
            value.bounded();
            return value.toString();
        } catch (ExpressionError e) {
            assertTrue(e.getMessage().contains(" at position "), e.getMessage());
            return e.kind().name();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anythingComesToAValueOrAnError(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = expression(random, 1 + random.nextInt(4));
            Expression expression = ExpressionParser.parse(text);
            String outcome = outcome(expression);
            if (expression
                    .all()
                    .noneMatch(each -> each instanceof Expression.Call call && OF_CHANCE.contains(call.name()))) {
                assertEquals(outcome, outcome(ExpressionParser.parse(expression.spelled())), text);
            }
        }
    }

    /** Each of these would take minutes if it took what it asks for. */
    @Test
    void nothingTakesLong() {
        for (String part : List.of(
                "NormalizeDiacritics([accents])",
                "ToUpper([long])",
                "PCase([long])",
                "InStr([long], \"aba\")",
                "Count(Split([long], \"c\"))",
                "RemoveDuplicates([list])",
                "Replace([long], , \"(a|b)*c\", , \"\", , )",
                "Replace([long], \"bb\", , , \"\", , )",
                "RandomString(256, 64, 64, 64, 64)")) {
            String keys = String.join(", \"x\", ", Collections.nCopies(9_000 / (part.length() + 8), part));
            Expression expression = ExpressionParser.parse("Switch(\"y\", \"z\", " + keys + ", \"x\")");
            CpuTime.within(Duration.ofSeconds(2), () -> outcome(expression), part);
        }
    }
}
