package io.tenantry.console.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.console.mapping.MappedSource.Kind;
import io.tenantry.console.mapping.MappingRow.State;
import io.tenantry.format.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A draft of a schema beside what is stored. */
class DraftTest {
    private static final ObjectPlace USERS = new ObjectPlace(0, 0);

    private final ObjectNode stored = Json.parseObject(
            """
            {"@odata.context": "x", "version": "v1", "directories": [], "synchronizationRules": [{"objectMappings": [
              {"enabled": true, "flowTypes": "Add,Update", "attributeMappings": [
                {"targetAttributeName": "city", "source": {"expression": "[city]", "name": "city", "type": "Attribute"}},
                {"targetAttributeName": "state", "source": {"expression": "[state]", "name": "state", "type": "Attribute"}}]}]}]}
            """
                    .getBytes());
    private final Draft draft = Draft.of(stored);

    private List<MappingRow> rows() {
        return Comparison.at(USERS, stored, draft).rows(-1, "", -1);
    }

    private List<State> states() {
        return rows().stream().map(MappingRow::state).toList();
    }

    @Test
    void itHoldsNeitherDirectoriesNorContext() {
        assertEquals(
                "{\"version\":\"v1\",\"synchronizationRules\":" + stored.get("synchronizationRules") + "}",
                draft.text());
        assertEquals(draft, Draft.read(draft.text()));
    }

    @Test
    void whatDiffersFromWhatIsStoredIsTold() {
        draft.attribute(USERS, 0).put("defaultValue", "Faro");
        draft.attributes(USERS).remove(1);
        draft.attributes(USERS).add(AttributeForm.fresh().put("targetAttributeName", "mail"));
        draft.mapping(USERS).put("flowTypes", "Add");
        assertEquals(List.of(State.CHANGED, State.NEW, State.REMOVED), states());
        assertEquals(
                List.of(new Difference("defaultValue", "", "Faro")),
                rows().get(0).differences());
        assertEquals(4, Comparison.at(USERS, stored, draft).changes());
    }

    @Test
    void whatWasChangedOrTakenAwayComesBackWhereItWas() {
        draft.attribute(USERS, 1).put("flowType", "ObjectAddOnly");
        draft.attributes(USERS).remove(0);
        draft.restore(USERS, stored, "city");
        draft.restore(USERS, stored, "state");
        assertEquals(Draft.of(stored), draft);
        assertThrows(UnusableDraft.class, () -> draft.restore(USERS, stored, "mail"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "[]", "{}", "{\"synchronizationRules\":{}}", "{\"synchronizationRules\":[", "nothing"})
    void whatIsNoSchemaIsNoDraft(String text) {
        assertThrows(UnusableDraft.class, () -> Draft.read(text));
    }

    @Test
    void aDraftIsBounded() {
        String text = "{\"synchronizationRules\":[\"" + "x".repeat(1_000_000) + "\"]}";
        assertThrows(UnusableDraft.class, () -> Draft.read(text));
        String deep = "{\"synchronizationRules\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        assertThrows(UnusableDraft.class, () -> Draft.read(deep));
    }

    @ParameterizedTest
    @CsvSource({"-1,0.0", "9,0.0", "0,0.7", "0,nothing"})
    void whatIsNotInTheDraftIsRefused(int at, String place) {
        Draft other = Draft.read("{\"synchronizationRules\":[{\"objectMappings\":[{\"attributeMappings\":[7]}]}]}");
        assertThrows(UnusableDraft.class, () -> other.attribute(ObjectPlace.of(place), at));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"expression\":\"[city]\",\"name\":\"city\",\"type\":\"Attribute\"}|DIRECT|city",
                "{\"expression\":\"[city]\",\"type\":\"Function\"}|DIRECT|city",
                "{\"name\":\"city\",\"type\":\"Attribute\"}|DIRECT|city",
                "{\"expression\":\"\\\"Member\\\"\",\"name\":\"Member\",\"type\":\"Constant\"}|CONSTANT|Member",
                "{\"expression\":\"Trim([city])\",\"name\":\"Trim\",\"type\":\"Function\"}|EXPRESSION|Trim([city])",
                "null|NONE|``"
            })
    void theKindOfASourceIsToldAsThePortalDoes(String source, Kind kind, String text) throws Exception {
        assertEquals(new MappedSource(kind, text), MappedSource.of(Json.MAPPER.readTree(source)));
    }

    @Test
    void anErrorOfTheApiIsFoundByItsPlace() {
        String place = "schema.synchronizationRules[0].objectMappings[0].attributeMappings[1]";
        assertEquals(1, USERS.attribute(place).orElseThrow());
        assertTrue(new ObjectPlace(0, 1).attribute(place).isEmpty());
        assertTrue(USERS.attribute("schema").isEmpty());
    }
}
