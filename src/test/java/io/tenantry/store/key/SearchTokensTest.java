package io.tenantry.store.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** odata-protocol.md §5. */
class SearchTokensTest {
    @ParameterizedTest
    @CsvSource({
        "hello world, hello world",
        "HelloWorld, hello world",
        "helloWORLD, hello world",
        "HELLOworld, helloworld",
        "HelloWORld, hello world",
        "hello123world, hello 123 world",
        "hello.world, hello . world helloworld",
        "'O''Rourke', o ' rourke orourke",
        "Conf Room 12B, conf room 12 b",
        "'  two   blanks ', two blanks",
        "R&D / IT, r & d rd / it",
        "ÉcoleÄrzte, école ärzte",
        "again again, again",
        "'--', -",
        "'', ''"
    })
    void aValueIsFoundByItsTokens(String value, String tokens) {
        Set<String> expected = new LinkedHashSet<>(tokens.isEmpty() ? List.of() : List.of(tokens.split(" ")));

        assertEquals(expected, SearchTokens.indexed(value));
    }

    @Test
    void aQueryDoesNotAskForJoinedWords() {
        assertEquals(Set.of("hello", ".", "world"), SearchTokens.asked("hello.world"));
    }

    @Test
    void aCharacterOutsideOfTheBasicPlaneStaysWhole() {
        assertEquals(Set.of("team", "😀", "x", "teamx"), SearchTokens.indexed("Team😀X"));
    }
}
