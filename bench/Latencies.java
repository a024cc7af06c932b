import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What the clients of a soak saw since it was last asked for: nanoseconds from when a request was due to its answer, by kind of request. */
final class Latencies {
    private static final int TOLD = 20;

    private static final class Samples {
        private long[] nanos = new long[256];
        private int count;

        void add(long each) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = each;
        }
    }

    private Map<String, Samples> kinds = new TreeMap<>();
    private int errors;

    synchronized void saw(String kind, long each) {
        kinds.computeIfAbsent(kind, k -> new Samples()).add(each);
    }

    synchronized void error(String what) {
        if (errors++ < TOLD) {
            System.err.println("bench: " + what);
        }
    }

    synchronized int errors() {
        return errors;
    }

    synchronized Map<String, long[]> take() {
        Map<String, long[]> taken = new TreeMap<>();
        kinds.forEach((kind, samples) -> taken.put(kind, Arrays.copyOf(samples.nanos, samples.count)));
        kinds = new TreeMap<>();
        return taken;
    }

    static double millis(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
    }
}
