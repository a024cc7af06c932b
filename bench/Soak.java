import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Mixed load for a long time: clients that keep to a fixed rate read, write, follow changes and send batches, and look at what they get
 * ({@link SoakClient}).
 *
 * <pre>Soak port=N pid=SERVER jdk=FOLDER store=JDBC_URL [span=PT1H] [warmup=PT1M] [clients=16] [rate=300]</pre>
 *
 * Prints a line for each minute and, at the end, what it comes to. Ends with 1 when an answer was not the wanted one.
 */
public final class Soak {
    private static final int WINDOW = 5;
    private static final long MINUTE = 60_000_000_000L;

    private final Map<String, String> options;
    private final ServerState server;
    private final Latencies latencies = new Latencies();
    private final List<Map<String, long[]>> minutes = new ArrayList<>();

    private Soak(Map<String, String> options) {
        this.options = options;
        this.server = new ServerState(options.get("pid"), options.get("jdk"), options.get("store"));
    }

    public static void main(String[] arguments) throws Exception {
        System.exit(new Soak(Graph.options(arguments, 0)).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        List<SoakClient> clients = clients();
        clients.forEach(Thread::start);
        Thread.sleep(Duration.parse(options.getOrDefault("warmup", "PT1M")).toMillis());
        long heap = server.heapAfterCollection();
        Map<String, Long> rows = server.rows();
        clients.forEach(SoakClient::restart);
        latencies.take();
        long began = System.nanoTime();
        System.out.println("| minute | requests | errors | p50 ms | p99 ms | worst ms | resident MiB | heap used MiB |\n|---|---|---|---|---|---|---|---|");
        for (int minute = 1; minute <= span(); minute++) {
            Thread.sleep(Math.max(0, (began + minute * MINUTE - System.nanoTime()) / 1_000_000));
            minute(minute);
        }
        clients.forEach(SoakClient::leave);
        for (SoakClient each : clients) {
            each.join();
        }
        sum(heap, rows);
        return latencies.errors() == 0;
    }

    private int span() {
        return (int) Math.max(1, Duration.parse(options.getOrDefault("span", "PT1H")).toMinutes());
    }

    private List<SoakClient> clients() throws Exception {
        int count = Integer.parseInt(options.getOrDefault("clients", "16"));
        int rate = Integer.parseInt(options.getOrDefault("rate", "300"));
        Graph graph = new Graph(options.get("port")).as(Graph.SOURCE);
        JsonNode users = graph.call("GET", "/v1.0/users?$select=id,displayName,surname,department&$top=999", null).path("value");
        boolean search = graph.answer("GET", "/v1.0/users?$search=%22displayName:a%22", null).status() == 200;
        if (!search) {
            System.err.println("bench: $search is not served, startswith takes its place");
        }
        List<SoakClient> clients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<JsonNode> own = new ArrayList<>();
            for (int j = i; j < users.size(); j += count) {
                own.add(users.get(j));
            }
            clients.add(new SoakClient(i, Integer.parseInt(options.get("port")), (long) (1e9 * count / rate), own, search, latencies));
        }
        return clients;
    }

    private void minute(int minute) throws Exception {
        minutes.add(latencies.take());
        long[] nanos = all(minutes.subList(minute - 1, minute));
        System.out.printf(
                "| %d | %d | %d | %.2f | %.2f | %.1f | %d | %d |%n",
                minute,
                nanos.length,
                latencies.errors(),
                Latencies.millis(nanos, 0.5),
                Latencies.millis(nanos, 0.99),
                Latencies.millis(nanos, 1),
                server.resident() >> 20,
                server.heap() >> 20);
    }

    private void sum(long heap, Map<String, Long> rows) throws Exception {
        int window = Math.min(WINDOW, Math.max(1, minutes.size() / 2));
        List<Map<String, long[]>> begin = minutes.subList(0, window);
        List<Map<String, long[]>> end = minutes.subList(minutes.size() - window, minutes.size());
        double first = Latencies.millis(all(begin), 0.99);
        double last = Latencies.millis(all(end), 0.99);
        System.out.printf(
                "%n| errors | p99 of the first %d min, ms | of the last, ms | ratio | heap after GC at the start, MiB | at the end, MiB |%n|---|---|---|---|---|---|%n",
                window);
        System.out.printf(
                "| %d | %.2f | %.2f | **%.2f** | %.1f | %.1f |%n",
                latencies.errors(), first, last, last / first, heap / 1048576.0, server.heapAfterCollection() / 1048576.0);
        System.out.printf("%n| request | times | p50 of the first %d min, ms | p99 | p50 of the last, ms | p99 |%n|---|---|---|---|---|---|%n", window);
        minutes.stream().flatMap(each -> each.keySet().stream()).distinct().sorted().forEach(kind -> kind(kind, begin, end));
        System.out.println("\nRows of the store that became more or fewer:\n\n| table | at the start | at the end |\n|---|---|---|");
        server.rows().forEach((table, now) -> {
            if (!now.equals(rows.get(table))) {
                System.out.printf("| %s | %d | %d |%n", table, rows.get(table), now);
            }
        });
    }

    private void kind(String kind, List<Map<String, long[]>> begin, List<Map<String, long[]>> end) {
        long[] first = of(kind, begin);
        long[] last = of(kind, end);
        System.out.printf(
                "| %s | %d | %.2f | %.2f | %.2f | %.2f |%n",
                kind,
                of(kind, minutes).length,
                Latencies.millis(first, 0.5),
                Latencies.millis(first, 0.99),
                Latencies.millis(last, 0.5),
                Latencies.millis(last, 0.99));
    }

    private static long[] of(String kind, List<Map<String, long[]>> parts) {
        return sorted(parts.stream().map(each -> each.getOrDefault(kind, new long[0])));
    }

    private static long[] all(List<Map<String, long[]>> parts) {
        return sorted(parts.stream().flatMap(each -> each.values().stream()));
    }

    private static long[] sorted(Stream<long[]> parts) {
        return parts.flatMapToLong(Arrays::stream).sorted().toArray();
    }
}
