package io.tenantry.odata.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tenantry.error.GraphError;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** odata-protocol.md §12. */
class BodyReaderTest {
    /** Longer than they need be, half a pair, beyond the last character, a byte that no text has. */
    @ParameterizedTest
    @ValueSource(strings = {"c0af", "c080", "c1b3", "e080af", "f08080af", "eda080", "f4908080", "ff"})
    void bytesThatAreNoUtf8AreNoText(String bytes) {
        byte[] body = HexFormat.of().parseHex("7b2261223a22" + bytes + "227d");

        assertEquals(
                400,
                assertThrows(GraphError.class, () -> BodyReader.parse(body)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-32"})
    void aBodyMayBeWrittenAsJsonWasAtFirst(String charset) {
        byte[] body = "{\"a\": \"å\uD83D\uDE00\"}".getBytes(Charset.forName(charset));

        assertEquals("å\uD83D\uDE00", BodyReader.parse(body).path("a").textValue());
    }

    @Test
    void aMarkOfItsOrderIsNoPartOfIt() {
        assertEquals(
                1,
                BodyReader.parse("\uFEFF{\"a\": 1}".getBytes(Charset.forName("UTF-8")))
                        .size());
    }
}
