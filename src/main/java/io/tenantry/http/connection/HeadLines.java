package io.tenantry.http.connection;

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
        if (bytes > ORDINARY) {
            count(read, read.readerIndex(), read.writerIndex());
        }
        return lines > MOST_HEADERS + 1;
    }

    /** An empty line ends a head, except before its first. */
    private void count(ByteBuf read, int from, int to) {
        int line = from;
        int end = read.indexOf(line, to, (byte) '\n');
        while (end >= 0 && lines <= MOST_HEADERS + 1) {
            boolean empty = !lineBegun && isBlank(read, line, end);
            if (empty && lines > 0) {
                return;
            }
            lines += empty ? 0 : 1;
            lineBegun = false;
            line = end + 1;
            end = read.indexOf(line, to, (byte) '\n');
        }
        lineBegun |= end < 0 && !isBlank(read, line, to);
    }

    private static boolean isBlank(ByteBuf read, int from, int to) {
        for (int at = from; at < to; at++) {
            if (read.getByte(at) != '\r') {
                return false;
            }
        }
        return true;
    }
}
