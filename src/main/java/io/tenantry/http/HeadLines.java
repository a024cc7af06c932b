package io.tenantry.http;

import io.netty.buffer.ByteBuf;

/** Counts the lines of a request's head before they are decoded: each takes up many times what it takes to send it. */
final class HeadLines {
    /** Headers of a request, here and where it is decoded. */
    static final int MOST_HEADERS = 200;

    /** Heads of ordinary clients are smaller, and are not looked at twice. */
    private static final int ORDINARY = 2048;

    private int bytes;
    private int lines;
    private boolean lineBegun;

    /** The next that comes is a new head. */
    void begin() {
        bytes = 0;
        lines = 0;
        lineBegun = false;
    }

    /** @param read the next bytes of the head, maybe also what comes after it */
    boolean areTooMany(ByteBuf read) {
        bytes += read.readableBytes();
        if (bytes <= ORDINARY) {
            return false;
        }
        read.forEachByte(this::isInHead);
        return lines > MOST_HEADERS + 1;
    }

    /** An empty line ends a head, except before its first. */
    private boolean isInHead(byte next) {
        if (next == '\n') {
            if (!lineBegun && lines > 0) {
                return false;
            }
            lines += lineBegun ? 1 : 0;
            lineBegun = false;
        } else if (next != '\r') {
            lineBegun = true;
        }
        return lines <= MOST_HEADERS + 1;
    }
}
