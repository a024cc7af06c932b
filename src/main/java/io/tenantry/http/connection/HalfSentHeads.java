package io.tenantry.http.connection;

import io.netty.util.concurrent.FastThreadLocal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Heads of requests that have not come whole, all connections of an event loop. Where there is too much of them, the oldest end. */
final class HalfSentHeads {
    private static final FastThreadLocal<HalfSentHeads> OF_LOOP = new FastThreadLocal<>() {
        @Override
        protected HalfSentHeads initialValue() {
            return new HalfSentHeads();
        }
    };

    private final Map<Connection, Long> heads = new LinkedHashMap<>();
    private long bytes;

    private HalfSentHeads() {}

    /** To be called on the event loop, as what it returns. */
    static HalfSentHeads ofLoop() {
        return OF_LOOP.get();
    }

    void grew(Connection connection, long more, long most) {
        heads.merge(connection, more, Long::sum);
        bytes += more;
        while (bytes > most) {
            Iterator<Connection> oldest = heads.keySet().iterator();
            Connection ended = oldest.next();
            ended(ended);
            ended.endHead();
        }
    }

    void ended(Connection connection) {
        Long ended = heads.remove(connection);
        bytes -= ended == null ? 0 : ended;
    }
}
