package io.tenantry.odata.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tenantry.error.GraphError;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.ModelLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** odata-protocol.md §5. */
class SearchParserTest {
    private static final GraphModel MODEL = ModelLoader.load("v1.0");

    private static String parsed(String type, String search) {
        return shown(SearchParser.parse(MODEL, MODEL.type(type), search));
    }

    private static String shown(Search search) {
        if (search instanceof Search.And and) {
            return "(" + shown(and.left()) + " & " + shown(and.right()) + ")";
        }
        if (search instanceof Search.Or or) {
            return "(" + shown(or.left()) + " | " + shown(or.right()) + ")";
        }
        Search.Clause clause = (Search.Clause) search;
        return clause.property().name() + ":" + clause.text();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"displayName:ana\", displayName:ana",
                "\"DISPLAYNAME: ana maria \", displayName:ana maria",
                "\"displayName:a\" OR \"mail:b\" AND \"surname:c\", (displayName:a | (mail:b & surname:c))",
                "(\"displayName:a\" OR \"mail:b\")AND\"surname:c\", ((displayName:a | mail:b) & surname:c)",
                "\"displayName:a\" \"mail:b\", (displayName:a & mail:b)",
                "\"displayName:say \\\"hi\\\" \\\\o\", displayName:say \"hi\" \\o",
                "\"displayName:a:b (c) OR d\", displayName:a:b (c) OR d"
            })
    void clausesAreJoinedByOperatorsAndBrackets(String search, String expected) {
        assertEquals(expected, parsed("user", search));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "displayName:ana | Syntax error: character ':' is not valid at position 11 in 'displayName:ana'.",
                "ana | Syntax error: character 'a' is not valid at position 0 in 'ana'.",
                "\"ana\" | Syntax error: character '\"' is not valid at position 0 in '\"ana\"'.",
                "\"displayName:a\" or \"mail:b\" | Syntax error: character ' ' is not valid at position 18 in '\"displayName:a\" or \"mail:b\"'.",
                "\"displayName:a\" OR | Syntax error at position 18 in '\"displayName:a\" OR'.",
                "(\"displayName:a\" | Syntax error at position 16 in '(\"displayName:a\"'.",
                "\"displayName:a\") | Syntax error: character ')' is not valid at position 15 in '\"displayName:a\")'.",
                "\"displayName:a | There is an unterminated string literal at position 14 in '\"displayName:a'."
            },
            delimiter = '|')
    void whatIsNotQuotedOrNotClosedIsMalformed(String search, String message) {
        GraphError error = assertThrows(GraphError.class, () -> parsed("user", search));

        assertEquals("BadRequest", error.code());
        assertEquals(message, error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "user, accountEnabled",
        "user, shoeSize",
        "user, proxyAddresses",
        "appRoleAssignment, principalDisplayName"
    })
    void aPropertyThatIsNotSearchedIsUnsupported(String type, String property) {
        GraphError error = assertThrows(GraphError.class, () -> parsed(type, "\"" + property + ":x\""));

        assertEquals("Request_UnsupportedQuery", error.code());
        assertEquals("An unsupported property was specified.", error.getMessage());
    }

    @Test
    void collectionsOfDirectoryObjectsAreSearchedByWhatTheirTypesHave() {
        assertEquals("displayName:a", parsed("directoryObject", "\"displayName:a\""));
    }

    @Test
    void lengthAndDepthAreBounded() {
        String clause = "\"displayName:a\" ";

        assertThrows(GraphError.class, () -> parsed("user", clause.repeat(101)));
        assertThrows(GraphError.class, () -> parsed("user", "(".repeat(20_000) + clause));
    }
}
