package io.tenantry.http.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadLinesTest {
    private static final String FIRST = "GET / HTTP/1.1\r\n";

    private final HeadLines lines = new HeadLines();

    @BeforeEach
    void begin() {
        lines.begin();
    }

    private boolean areTooMany(String read) {
        return lines.areTooMany(Unpooled.copiedBuffer(read, US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "\r\n\r\n\r\n"})
    void aLineMoreThanARequestMayHaveIsTooMany(String before) {
        String value = "b".repeat(20);
        assertFalse(areTooMany(before + FIRST + ("a: " + value + "\r\n").repeat(200)));
        assertTrue(areTooMany("a: b\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n\r\n", "\n\n", "\n\r\n"})
    void whatComesAfterAHeadIsNotCounted(String end) {
        assertFalse(areTooMany(FIRST + "Content-Length: 4000" + end + "\n{}".repeat(4000)));
    }

    @Test
    void aHeadInManyPiecesIsCountedTogether() {
        assertFalse(areTooMany(FIRST));
        assertFalse(areTooMany("x: " + "y".repeat(2048) + "\r\n"));
        for (int i = 0; i < 200; i++) {
            assertFalse(areTooMany("a:"));
            assertFalse(areTooMany("b\r"));
            assertFalse(areTooMany("\n"), "at " + i);
        }
        assertTrue(areTooMany("a: b\n"));
    }

    @Test
    void oneLongLineIsOne() {
        assertFalse(areTooMany(FIRST + "x: " + "\r".repeat(9000)));
    }
}
