package io.tenantry.http.connection;

import io.netty.buffer.ByteBuf;

/** Follows the frames of HTTP/2 (RFC 9113 §4.1): whether a block of headers has begun and not ended. */
final class HeaderBlocks {
    private static final int PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length();
    private static final int HEAD = 9;
    private static final int HEADERS = 1;
    private static final int CONTINUATION = 9;
    private static final int END_HEADERS = 4;

    private final byte[] head = new byte[HEAD];
    private int known;
    private long rest = PREFACE;
    private boolean open;
    private boolean last;

    /** @param read the next bytes */
    boolean endsWithin(ByteBuf read) {
        int at = read.readerIndex();
        int end = read.writerIndex();
        while (at < end) {
            if (rest > 0) {
                long passed = Math.min(rest, end - at);
                at += (int) passed;
                rest -= passed;
            } else {
                head[known++] = read.getByte(at++);
                if (known == HEAD) {
                    known = 0;
                    begin();
                }
            }
            if (rest == 0 && last) {
                last = false;
                open = false;
            }
        }
        return open || known > 0;
    }

    private void begin() {
        rest = (head[0] & 0xff) << 16 | (head[1] & 0xff) << 8 | head[2] & 0xff;
        int type = head[3] & 0xff;
        if (type == HEADERS || type == CONTINUATION) {
            open = true;
            last = (head[4] & END_HEADERS) != 0;
        }
    }
}
