import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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
    private final List<long[]> minutes = new ArrayList<>();

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
        long[] nanos = latencies.take();
        minutes.add(nanos);
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
        double first = Latencies.millis(joined(minutes.subList(0, window)), 0.99);
        double last = Latencies.millis(joined(minutes.subList(minutes.size() - window, minutes.size())), 0.99);
        System.out.printf(
                "%n| errors | p99 of the first %d min, ms | of the last, ms | ratio | heap after GC at the start, MiB | at the end, MiB |%n|---|---|---|---|---|---|%n",
                window);
        System.out.printf(
                "| %d | %.2f | %.2f | **%.2f** | %.1f | %.1f |%n",
                latencies.errors(), first, last, last / first, heap / 1048576.0, server.heapAfterCollection() / 1048576.0);
        System.out.println("\nAsked: " + latencies.kinds());
        System.out.println("\nRows of the store that became more or fewer:\n\n| table | at the start | at the end |\n|---|---|---|");
        server.rows().forEach((table, now) -> {
            if (!now.equals(rows.get(table))) {
                System.out.printf("| %s | %d | %d |%n", table, rows.get(table), now);
            }
        });
    }

    private static long[] joined(List<long[]> parts) {
        return parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }
}
