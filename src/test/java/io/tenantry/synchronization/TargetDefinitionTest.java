package io.tenantry.synchronization;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.expression.ExpressionParser;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.provisioning.mapping.MappingFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** attributeDefinition: what an attribute takes of what an expression makes. */
class TargetDefinitionTest {
    private static final Value TWO = new Value.Many(List.of(Value.of("a"), Value.of("b")));

    private static TargetDefinition of(String members) {
        return new TargetDefinition(Json.parse("{\"name\":\"x\"," + members + "}"));
    }

    private static String code(String members, Value value) {
        return assertThrows(MappingFailure.class, () -> of(members).accept(value))
                .failure()
                .code();
    }

    @ParameterizedTest
    @CsvSource({
        "String, abc, abc",
        "string, '', ''",
        "Boolean, true, True",
        "boolean, FALSE, False",
        "Integer, -7, -7",
        "DateTime, 2024-02-29, 2024-02-29",
        "Binary, AAE=, AAE="
    })
    void aValueThatFitsIsTaken(String type, String value, String taken) {
        assertEquals(
                taken, of("\"type\":\"" + type + "\"").accept(Value.of(value)).text());
    }

    @ParameterizedTest
    @CsvSource({"Boolean, 1", "Boolean, ''", "Integer, 1.5", "Integer, ''", "DateTime, soon", "DateTime, 2023-02-29"})
    void aValueThatDoesNotFitIsNot(String type, String value) {
        assertEquals("UnprocessableEntity", code("\"type\":\"" + type + "\"", Value.of(value)));
    }

    @Test
    void severalValuesNeedAnAttributeOfSeveralValues() {
        assertEquals("SchemaPropertyCanOnlyAcceptValue", code("\"type\":\"String\"", TWO));
        assertEquals(2, of("\"multivalued\":true").accept(TWO).items().size());
        assertEquals("UnprocessableEntity", code("\"multivalued\":true,\"type\":\"Integer\"", TWO));
    }

    @Test
    void aRequiredAttributeHasAValueOrItsDefault() {
        assertEquals("MandatoryFieldsMissing", code("\"required\":true", Value.NOTHING));
        assertEquals("MandatoryFieldsMissing", code("\"required\":true,\"defaultValue\":null", Value.NOTHING));
        assertEquals(
                "d",
                of("\"required\":true,\"defaultValue\":\"d\"")
                        .accept(Value.NOTHING)
                        .text());
        assertEquals(
                "",
                of("\"required\":true,\"defaultValue\":\"d\"")
                        .accept(Value.of(""))
                        .text());
        assertEquals(Value.NOTHING, of("\"defaultValue\":\"d\"").accept(Value.NOTHING));
        assertEquals(
                "UnprocessableEntity",
                code("\"required\":true,\"defaultValue\":\"d\",\"type\":\"Integer\"", Value.NOTHING));
    }

    @Test
    void aReferenceIsMappedFromAnAttributeOnly() {
        TargetDefinition reference = of("\"type\":\"Reference\"");
        assertDoesNotThrow(() -> reference.check(ExpressionParser.parse("[manager]")));
        assertThrows(MappingFailure.class, () -> reference.check(ExpressionParser.parse("Trim([manager])")));
    }

    @Test
    void withoutADefinitionEverythingIsTaken() {
        assertEquals(TWO, new TargetDefinition(NullNode.instance).accept(TWO));
        assertEquals(Value.NOTHING, new TargetDefinition(MissingNode.getInstance()).accept(Value.NOTHING));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000_000})
    void namesAndValuesInMessagesAreShort(int length) {
        String name = "n".repeat(length);
        TargetDefinition definition =
                new TargetDefinition(Json.object().put("name", name).put("type", "Integer"));
        String reason = assertThrows(MappingFailure.class, () -> definition.accept(Value.of(name)))
                .failure()
                .reason();
        assertEquals(true, reason.length() < 400, reason);
    }
}
