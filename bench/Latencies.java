import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What the clients of a soak saw since it was last asked for: nanoseconds from when a request was due to its answer. */
final class Latencies {
    private static final int TOLD = 20;

    private final Map<String, Integer> kinds = new TreeMap<>();
    private long[] nanos = new long[1 << 16];
    private int count;
    private int errors;

    synchronized void saw(String kind, long each) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = each;
        kinds.merge(kind, 1, Integer::sum);
    }

    synchronized void error(String what) {
        if (errors++ < TOLD) {
            System.err.println("bench: " + what);
        }
    }

    synchronized int errors() {
        return errors;
    }

    synchronized Map<String, Integer> kinds() {
        return Map.copyOf(kinds);
    }

    /** Sorted. */
    synchronized long[] take() {
        long[] taken = Arrays.copyOf(nanos, count);
        count = 0;
        Arrays.sort(taken);
        return taken;
    }

    static double millis(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
    }
}
