package io.tenantry.http.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class ContentCodingTest {
    private static final byte[] PLAIN = "{\"displayName\": \"Dock\"}".getBytes(UTF_8);

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static int refusal(byte[] body, String coding) {
        return assertThrows(BodyRefused.class, () -> ContentCoding.decoded(body, coding, 1000))
                .status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", " gzip ", "identity, gzip"})
    void gzipIsDecoded(String coding) {
        assertArrayEquals(PLAIN, ContentCoding.decoded(gzip(PLAIN), coding, 1000));
    }

    @Test
    void deflateIsDecoded() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream deflate = new DeflaterOutputStream(bytes)) {
            deflate.write(PLAIN);
        }

        assertArrayEquals(PLAIN, ContentCoding.decoded(bytes.toByteArray(), "deflate", 1000));
    }

    @Test
    void nothingIsDecodedWithoutACoding() {
        assertTrue(ContentCoding.isIdentity(null));
        assertTrue(ContentCoding.isIdentity(""));
        assertTrue(ContentCoding.isIdentity("Identity"));
        assertFalse(ContentCoding.isIdentity("gzip"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "compress", "gzip;q=1", "gzip, gzip", "deflate, gzip", "*", "none"})
    void aCodingThatIsNotKnownIsRefused(String coding) {
        assertEquals(400, refusal(gzip(PLAIN), coding));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void aBodyThatIsNotWhatItSaysIsRefused(String coding) {
        assertEquals(400, refusal(PLAIN, coding));
        assertEquals(400, refusal(new byte[0], coding));
        assertEquals(400, refusal(new byte[] {0x1f}, coding));
    }

    @Test
    void aTruncatedBodyAndWhatComesBehindOneAreRefused() {
        byte[] whole = gzip(PLAIN);
        byte[] more = Arrays.copyOf(whole, whole.length + 20);
        Arrays.fill(more, whole.length, more.length, (byte) 'x');

        for (int length = 1; length < whole.length; length++) {
            assertEquals(400, refusal(Arrays.copyOf(whole, length), "gzip"));
        }
        assertEquals(400, refusal(more, "gzip"));
    }

    @Test
    void whatGrowsBeyondTheLimitIsRefused() {
        assertEquals(413, refusal(gzip(new byte[100_000_000]), "gzip"));
        assertEquals(413, refusal(gzip(gzip(new byte[100_000_000])), "gzip"));
    }
}
