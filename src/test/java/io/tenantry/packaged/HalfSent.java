package io.tenantry.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Connections on which something was begun and never ended. */
final class HalfSent implements AutoCloseable {
    /** Connections of several kinds, as many of each, all at the same time. */
    record Kinds(List<HalfSent> kinds) implements AutoCloseable {
        Kinds(int port, int connections, byte[]... kinds) throws IOException {
            this(new ArrayList<>());
            for (byte[] kind : kinds) {
                this.kinds.add(new HalfSent(port, connections / kinds.length, kind));
            }
        }

        @Override
        public void close() {
            kinds.forEach(HalfSent::close);
        }
    }

    private final String begun;
    private final List<SocketChannel> channels = new ArrayList<>();
    private final List<StringBuilder> answers = new ArrayList<>();
    private final Set<SocketChannel> over = new HashSet<>();
    private final ByteBuffer read = ByteBuffer.allocate(8192);

    /** @param bytes as many of them as the network takes at once */
    HalfSent(int port, int connections, byte[] bytes) throws IOException {
        begun = new String(bytes, 0, Math.min(bytes.length, 80), ISO_8859_1);
        for (int i = 0; i < connections; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
            channel.write(ByteBuffer.wrap(bytes));
            channels.add(channel);
            answers.add(new StringBuilder());
        }
    }

    /** Whether all have been ended by the server in that time. */
    boolean areEndedWithin(Duration time) {
        return Await.until(time, () -> {
            for (int i = 0; i < channels.size(); i++) {
                read(channels.get(i), answers.get(i));
            }
            return over.size() == channels.size();
        });
    }

    private void read(SocketChannel channel, StringBuilder answer) {
        if (over.contains(channel)) {
            return;
        }
        read.clear();
        try {
            if (channel.read(read) < 0) {
                over.add(channel);
            }
        } catch (IOException e) {
            over.add(channel); // reset
        }
        answer.append(new String(read.array(), 0, read.position(), ISO_8859_1));
    }

    /** Status lines of the answers, where there was one. */
    List<String> statuses() {
        return answers.stream()
                .filter(answer -> answer.length() > 0)
                .map(answer -> answer.substring(0, answer.indexOf("\r\n")))
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return channels.size() - over.size() + " of " + channels.size() + " with '" + begun + "', answered "
                + statuses();
    }

    @Override
    public void close() {
        for (SocketChannel channel : channels) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
