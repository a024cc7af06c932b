package io.tenantry.packaged.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/**
 * One request, as the bytes that go to the socket.
 *
 * @param kind what it tries, for messages
 * @param tenant alias of the tenant that it could change
 */
record Hostile(String kind, Expected expected, String tenant, byte[] wire) {
    private static final int SHOWN = 600;

    /** What has to come of it. Nothing is ever a failure of the server, slow, or half done. */
    enum Expected {
        /** 4xx. */
        REFUSED,
        /** 4xx, or the connection ends without an answer: the request is no HTTP, or only half of it is sent. */
        REFUSED_OR_ENDED,
        /** Right or wrong, it is answered. */
        ANSWERED
    }

    static Hostile refused(String kind, Request request) {
        return new Hostile(kind, Expected.REFUSED, "source", request.wire());
    }

    static Hostile refusedOrEnded(String kind, byte[] wire) {
        return new Hostile(kind, Expected.REFUSED_OR_ENDED, "source", wire);
    }

    static Hostile answered(String kind, Request request) {
        return new Hostile(kind, Expected.ANSWERED, "target", request.wire());
    }

    boolean reads() {
        return wire.length > 3 && wire[0] == 'G' && wire[1] == 'E' && wire[2] == 'T';
    }

    @Override
    public String toString() {
        String text = new String(wire, ISO_8859_1);
        return kind + ":\n"
                + (text.length() > SHOWN ? text.substring(0, SHOWN) + "… (" + wire.length + " bytes)" : text);
    }

    static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(one.length + other.length);
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}
