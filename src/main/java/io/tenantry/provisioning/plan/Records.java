package io.tenantry.provisioning.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Records that are kept for a while: in memory where they are few, in a file beside where they are many. The file is its user's alone and
 * ends with this process.
 */
final class Records implements AutoCloseable {
    private static final int FIRST = 4 << 10;
    /** Most records come with one read. */
    private static final int USUAL = 2 << 10;

    /** What is held in memory before it goes to the file. */
    private final int inMemory;

    private byte[] buffer = new byte[FIRST];
    private int filled;
    private long written;
    private FileChannel file;

    Records(int inMemory) {
        this.inMemory = inMemory;
    }

    /** Keeps a record; returns where. */
    long add(byte[] record) {
        long place = written + filled;
        require(Integer.BYTES + record.length);
        ByteBuffer.wrap(buffer).putInt(filled, record.length);
        System.arraycopy(record, 0, buffer, filled + Integer.BYTES, record.length);
        filled += Integer.BYTES + record.length;
        return place;
    }

    byte[] at(long place) {
        if (place >= written) {
            int begin = (int) (place - written);
            int length = ByteBuffer.wrap(buffer).getInt(begin);
            return Arrays.copyOfRange(buffer, begin + Integer.BYTES, begin + Integer.BYTES + length);
        }
        try {
            return read(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(long place) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(USUAL);
        fill(head, place);
        head.flip();
        byte[] record = new byte[head.getInt()];
        int there = Math.min(record.length, head.remaining());
        head.get(record, 0, there);
        if (there < record.length) {
            fill(ByteBuffer.wrap(record, there, record.length - there), place + USUAL);
        }
        return record;
    }

    private void fill(ByteBuffer into, long place) throws IOException {
        long at = place;
        while (into.hasRemaining()) {
            int read = file.read(into, at);
            if (read < 0) {
                return;
            }
            at += read;
        }
    }

    private void require(int more) {
        if (filled + more <= buffer.length) {
            return;
        }
        if (filled + more <= inMemory) {
            buffer = Arrays.copyOf(buffer, Math.min(inMemory, Math.max(2 * buffer.length, filled + more)));
            return;
        }
        try {
            write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (more > buffer.length) {
            buffer = new byte[Math.max(inMemory, more)];
        }
    }

    private void write() throws IOException {
        if (file == null) {
            Path path = Files.createTempFile("tenantry-plan", null);
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        ByteBuffer full = ByteBuffer.wrap(buffer, 0, filled);
        while (full.hasRemaining()) {
            written += file.write(full, written);
        }
        filled = 0;
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
