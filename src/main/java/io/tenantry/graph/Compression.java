package io.tenantry.graph;

import io.tenantry.graph.message.GraphResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** gzip for clients that announce it (odata-protocol.md §1). */
final class Compression {
    private Compression() {}

    /** @param acceptEncoding null without the header */
    static GraphResponse of(GraphResponse response, String acceptEncoding) {
        return !takesGzip(acceptEncoding)
                ? response
                : new GraphResponse(response.status(), response.headers(), compressed(response.body()))
                        .with("Content-Encoding", "gzip");
    }

    private static boolean takesGzip(String acceptEncoding) {
        return acceptEncoding != null
                && Arrays.stream(acceptEncoding.toLowerCase(Locale.ROOT).split(","))
                        .map(coding -> coding.replace(" ", ""))
                        .anyMatch(coding -> coding.matches("gzip(;q=(1|1\\.0*|0?\\.0*[1-9]\\d*))?"));
    }

    private static byte[] compressed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new Fast(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Clients are near: time counts more than bytes. */
    private static final class Fast extends GZIPOutputStream {
        Fast(ByteArrayOutputStream bytes) throws IOException {
            super(bytes, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
