package io.tenantry.http.body;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Bodies that come compressed (clients.md §7). What a body is decoded to counts against its limit, not what is sent. */
final class ContentCoding {
    private static final int STEP = 16 * 1024;

    private ContentCoding() {}

    /** @param header value of {@code Content-Encoding}, null without one */
    static boolean isIdentity(String header) {
        return codings(header).isEmpty();
    }

    /** @throws BodyRefused 400 where the body is not what the header says, 413 where it is larger than the limit */
    static byte[] decoded(byte[] body, String header, int limit) {
        List<String> codings = codings(header);
        if (codings.size() > 1) {
            throw BodyRefused.unreadable("More than one content coding is not supported: '" + header + "'.");
        }
        try (InputStream decoding = decoding(body, codings.get(0))) {
            byte[] whole = whole(decoding, limit);
            if (((Coded) decoding).rest() > 0) {
                throw new ZipException("more than was encoded");
            }
            return whole;
        } catch (IOException e) {
            throw BodyRefused.unreadable("The request body is not encoded as its header Content-Encoding says.");
        }
    }

    private static List<String> codings(String header) {
        return header == null
                ? List.of()
                : Arrays.stream(header.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                        .toList();
    }

    private static InputStream decoding(byte[] body, String coding) throws IOException {
        return switch (coding) {
            case "gzip", "x-gzip" -> new Gzip(body);
            case "deflate" -> new Deflate(body);
            default -> throw BodyRefused.unreadable("The content coding '" + coding + "' is not supported.");
        };
    }

    private interface Coded {
        /** Bytes behind the end of what was encoded. */
        int rest();
    }

    /** Java's own stream passes over what stands behind the end; here the whole body is in its buffer, so that it shows. */
    private static final class Gzip extends GZIPInputStream implements Coded {
        private static final int TRAILER = 8;

        Gzip(byte[] body) throws IOException {
            super(new ByteArrayInputStream(body), Math.max(1, body.length));
        }

        @Override
        public int rest() {
            return inf.getRemaining() - TRAILER;
        }
    }

    private static final class Deflate extends InflaterInputStream implements Coded {
        Deflate(byte[] body) {
            super(new ByteArrayInputStream(body), new Inflater(), Math.max(1, body.length));
        }

        @Override
        public int rest() {
            return inf.getRemaining();
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }

    private static byte[] whole(InputStream decoding, int limit) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(STEP);
        byte[] step = new byte[STEP];
        for (int read = decoding.read(step); read >= 0; read = decoding.read(step)) {
            if (whole.size() + read > limit) {
                throw BodyRefused.tooLarge(limit);
            }
            whole.write(step, 0, read);
        }
        return whole.toByteArray();
    }
}
