package io.tenantry.graph;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.CpuTime;
import io.tenantry.graph.message.GraphResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {
    private static final GraphResponse LARGE = GraphResponse.json(200, "application/json", new byte[100_000]);

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate, GZIP", "gzip;q=0.5, br", "gzip; q=1.0"})
    void whoAnnouncesGzipGetsIt(String header) {
        assertThat(Compression.of(LARGE, header).body().length, lessThan(10_000));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"identity", "gzip;q=0", "gzip;q=0.000", "br", ""})
    void whoDoesNotGetsItPlain(String header) {
        assertThat(Compression.of(LARGE, header), sameInstance(LARGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "9,", "gzip;q=", "gzip;q=0.1x,"})
    void aLongHeaderIsSoonRead(String part) {
        CpuTime.within(
                Duration.ofSeconds(1),
                () -> Compression.of(LARGE, "gzip;q=0." + part.repeat(30_000 / part.length()) + "x"));
    }

    @Test
    void whatFitsIntoOnePacketStaysAsItIs() {
        assertTrue(GraphResponse.json(200, "application/json", new byte[500]).fitsOnePacket());
        assertFalse(LARGE.fitsOnePacket());
    }
}
