package io.tenantry.provisioning.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.CpuTime;
import io.tenantry.format.Json;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.regex.CostlyMatch;
import io.tenantry.regex.Steps;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters and operators of provisioning-engine.md §2. */
class ScopingFilterTest {
    private final ObjectNode scope = Json.object();

    private ArrayNode group(String name) {
        return scope.withArrayProperty("groups").addObject().put("name", name).putArray("clauses");
    }

    private static void clause(ArrayNode group, String attribute, String operator, String... values) {
        ObjectNode clause =
                group.addObject().put("sourceOperandName", attribute).put("operatorName", operator);
        clause.putObject("targetOperand").set("values", Json.array(List.of(values)));
    }

    private ScopeResult evaluate(Map<String, String> user) {
        return ScopingFilter.compile(scope).evaluate(name -> Value.of(user.get(name)));
    }

    private static boolean holds(String operator, String operand, Value value) {
        return FilterOperator.named(operator)
                .orElseThrow()
                .with(List.of(operand))
                .test(value, new Steps());
    }

    private static boolean holds(String operator, String operand, String value) {
        return holds(operator, operand, Value.of(value));
    }

    @Test
    void withoutGroupsEveryonePasses() {
        assertTrue(evaluate(Map.of()).passed());
    }

    @Test
    void clausesOfAGroupAllHoldOfTheGroupsOne() {
        ArrayNode first = group("First");
        clause(first, "department", "EQUALS", "Dock");
        clause(first, "city", "EQUALS", "Faro");
        clause(group("Second"), "jobTitle", "IS NOT NULL", "");
        assertTrue(evaluate(Map.of("department", "Dock", "city", "Faro")).passed());
        assertTrue(evaluate(Map.of("jobTitle", "Mate")).passed());
        ScopeResult failed = evaluate(Map.of("department", "Dock", "city", "Porto"));
        assertFalse(failed.passed());
        assertEquals(
                "{\"First.department EQUALS 'Dock'\":true,\"First.city EQUALS 'Faro'\":false,\"Second.jobTitle IS NOT NULL\":false}",
                failed.text());
    }

    @Test
    void inputAndCategoryFiltersAdmitAndTheCustomersPasses() {
        for (String kind : new String[] {"inputFilterGroups", "categoryFilterGroups"}) {
            scope.removeAll();
            ArrayNode clauses =
                    scope.putArray(kind).addObject().put("name", "G").putArray("clauses");
            clause(clauses, "city", "EQUALS", "Faro");
            ScopeResult elsewhere = evaluate(Map.of("city", "Porto"));
            assertFalse(elsewhere.admitted(), kind);
            assertTrue(elsewhere.passed(), kind);
            assertTrue(evaluate(Map.of("city", "Faro")).admitted(), kind);
        }
    }

    @Test
    void withoutValueOnlyIsNullHolds() {
        for (FilterOperator operator : FilterOperator.values()) {
            assertEquals(
                    operator == FilterOperator.IS_NULL,
                    operator.with(List.of("x")).test(Value.NOTHING, new Steps()),
                    operator.name());
        }
    }

    @Test
    void severalValuesCompareWithNothing() {
        Value several = new Value.Many(List.of(Value.of("x"), Value.of("y")));
        for (FilterOperator operator : FilterOperator.values()) {
            assertFalse(operator.with(List.of("x")).test(several, new Steps()), operator.name());
        }
    }

    /** Values that the source operand will be tested against (filterClause). */
    @ParameterizedTest
    @CsvSource({
        "EQUALS, Dock, Yard, Yard, Mole",
        "REGEX MATCH, D.*, Y.*, Yard, Mole",
        "INCLUDES, oc, ar, Yard, Mole",
        "ENDS_WITH, ck, rd, Yard, Mole",
        "&, DockOffice, YardMole, Yard, Quay",
        "GREATER_THAN, 20, 10, 15, 10",
        "GREATER_THAN_OR_EQUALS, 20, 10, 10, 9",
        "NOT EQUALS, Dock, Yard, Mole, Yard",
        "NOT REGEX MATCH, D.*, Y.*, Mole, Yard",
        "!&, DockOffice, YardMole, Quay, Yard"
    })
    void ofSeveralOperandsOneIsMetOfANegativeOperatorEach(
            String operator, String one, String other, String met, String missed) {
        clause(group("G"), "city", operator, one, other);
        assertTrue(evaluate(Map.of("city", met)).passed(), met);
        assertFalse(evaluate(Map.of("city", missed)).passed(), missed);
        assertEquals(
                "{\"G.city " + operator + " '" + one + "', '" + other + "'\":false}",
                evaluate(Map.of()).text());
    }

    @Test
    void anOperatorThatComparesNeedsAValueToCompareWith() {
        clause(group("G"), "city", "IS NULL");
        assertTrue(evaluate(Map.of()).passed());
        clause(group("H"), "city", "EQUALS");
        assertThrows(InvalidFilter.class, () -> ScopingFilter.compile(scope));
    }

    @Test
    void textsCompareWithCase() {
        assertFalse(holds("EQUALS", "Dock", "dock"));
        assertTrue(holds("NOT EQUALS", "Dock", "dock"));
        assertTrue(holds("INCLUDES", "oc", "Dock"));
        assertTrue(holds("ENDS_WITH", "ck", "Dock"));
        assertTrue(holds("&", "Dock,Office", "Dock"));
        assertTrue(holds("!&", "Dock,Office", "Yard"));
    }

    @Test
    void aRegularExpressionCoversTheWholeValue() {
        assertTrue(holds("REGEX MATCH", "[0-9]{2}", "12"));
        assertFalse(holds("REGEX MATCH", "[0-9]{2}", "123"));
        assertTrue(holds("NOT REGEX MATCH", ".*o", "Dock"));
    }

    @Test
    void aRegularExpressionIsSoonAnsweredOrGivenUp() {
        String value = "a".repeat(28) + "!";
        CpuTime.within(Duration.ofSeconds(2), () -> {
            assertFalse(holds("REGEX MATCH", "(a+)+$", value));
            assertThrows(
                    CostlyMatch.class,
                    () -> holds(
                            "NOT REGEX MATCH",
                            "(?!b)(a|b)*c",
                            value.replace('!', 'a').repeat(1000)));
        });
    }

    /** All clauses of a filter share what one user may cost. */
    @Test
    void manyClausesTakeNoLongerThanOne() {
        for (int i = 0; i < 45; i++) {
            clause(group("G"), "department", "REGEX MATCH", "(?!b)(aa|a)+" + i);
        }
        ScopingFilter filter = ScopingFilter.compile(scope);
        CpuTime.within(
                Duration.ofSeconds(2),
                () -> assertThrows(CostlyMatch.class, () -> filter.evaluate(name -> Value.of("a".repeat(900)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a{1000}){1000}", "((((a{99}){99}){99}){99})", "[", "(?(1)a)", "a**"})
    void aPatternThatIsTooLargeOrNoneIsRefused(String pattern) {
        clause(group("First"), "department", "REGEX MATCH", pattern);
        CpuTime.within(
                Duration.ofSeconds(2), () -> assertThrows(InvalidFilter.class, () -> ScopingFilter.compile(scope)));
    }

    @Test
    void aFilterHasABoundedNumberOfClauses() {
        ArrayNode first = group("First");
        for (int i = 0; i < 20_000; i++) {
            clause(first, "department", "REGEX MATCH", "\\w{90}" + i);
        }
        CpuTime.within(
                Duration.ofSeconds(2), () -> assertThrows(InvalidFilter.class, () -> ScopingFilter.compile(scope)));
        first.removeAll();
        clause(
                first,
                "department",
                "REGEX MATCH",
                Collections.nCopies(200, "\\w{90}").toArray(String[]::new));
        assertThrows(InvalidFilter.class, () -> ScopingFilter.compile(scope));
    }

    @Test
    void whatIsNoIntegerIsNotGreater() {
        assertTrue(holds("greater_than", "9", "10"));
        assertFalse(holds("GREATER_THAN", "9", "nine"));
        assertTrue(holds("GREATER_THAN_OR_EQUALS", "9", "9"));
    }

    @Test
    void flagsAreTrueOrFalse() {
        assertTrue(holds("IS TRUE", "", new Value.Flag(true)));
        assertFalse(holds("IS TRUE", "", new Value.Flag(false)));
        assertTrue(holds("IS FALSE", "", new Value.Flag(false)));
        assertFalse(holds("IS FALSE", "", new Value.Flag(true)));
    }

    @Test
    void aValueIsNotNull() {
        assertTrue(holds("IS NOT NULL", "", "Dock"));
        assertFalse(holds("IS NULL", "", "Dock"));
    }

    @Test
    void whatCannotBeEvaluatedIsRefused() {
        clause(group("First"), "department", "IsMemberOf", "x");
        assertThrows(InvalidFilter.class, () -> ScopingFilter.compile(scope));
        scope.removeAll();
        clause(group("First"), "department", "REGEX MATCH", "(");
        assertThrows(InvalidFilter.class, () -> ScopingFilter.compile(scope));
    }

    @Test
    void aGroupWithoutANameLeavesNothingInFrontOfItsClauses() {
        clause(group(""), "department", "EQUALS", "Dock");
        clause(group(null), "city", "EQUALS", "Faro");

        assertEquals(
                Map.of("department EQUALS 'Dock'", true, "city EQUALS 'Faro'", false),
                evaluate(Map.of("department", "Dock")).clauses());
    }
}
