import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks a running server for one thing over and over, on connections that stay open, each of which waits for its answer before it asks
 * again. Requests are bytes made beforehand; an answer counts when its status is the wanted one and its body is as long as it says and,
 * but for 204, not empty. Any other answer ends the run with an error.
 *
 * <pre>Load WHAT port=N [tls=N] [seconds=10] [warmup=5] [connections=8] [count=N] [pid=SERVER,…]
 * WHAT: by-id, page, live, health, token, mock-token (of navikt's server), reset, or a file of header lines, an empty line and paths, which are asked for in turn</pre>
 *
 * With {@code tls} the requests go to that port, by TLS. With {@code count} it asks that often after the warm-up, however long it takes. Prints one line, parted by tabs: requests/s, median ms,
 * 99th percentile ms, bytes of the median body, CPU ms of the server for one request, CPU of this program in percent of one core.
 */
public final class Load {
    private static final int SAMPLE = 2000;
    private static final String TENANT = "5a1de000-5eed-4a11-8d00-00000000a11d";
    private static final String CLIENT = "5a1de000-c11e-4c0f-8d00-00000000c0f0";
    private static final String SECRET = "alderwood-bench-secret";

    /** What one connection saw: nanoseconds and body length of each answer. */
    private record Seen(long[] nanos, int[] lengths) {}

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = Stream.of(arguments)
                .skip(1)
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
        int port = Integer.parseInt(options.get("port"));
        int connections = Integer.parseInt(options.getOrDefault("connections", "8"));
        long warmup = seconds(options.getOrDefault("warmup", "5"));
        long span = seconds(options.getOrDefault("seconds", "10"));
        int count = Integer.parseInt(options.getOrDefault("count", String.valueOf(Integer.MAX_VALUE)));
        List<byte[]> requests = requests(arguments[0], port);
        int wanted = arguments[0].equals("reset") ? 204 : 200;

        Opening opening = options.containsKey("tls")
                ? () -> Connection.secured(Integer.parseInt(options.get("tls")))
                : () -> new Connection(port);
        run(opening, connections, requests, wanted, warmup, Integer.MAX_VALUE);
        long ownBefore = cpu(ProcessHandle.current().pid());
        long serverBefore = servers(options);
        long began = System.nanoTime();
        List<Seen> seen = run(
                opening, connections, requests, wanted, count == Integer.MAX_VALUE ? span : Long.MAX_VALUE, count / connections);
        double took = (System.nanoTime() - began) / 1e9;
        double own = (cpu(ProcessHandle.current().pid()) - ownBefore) / 1e9;
        double server = (servers(options) - serverBefore) / 1e6;

        long[] nanos = seen.stream().flatMapToLong(each -> Arrays.stream(each.nanos)).sorted().toArray();
        int[] lengths = seen.stream().flatMapToInt(each -> Arrays.stream(each.lengths)).sorted().toArray();
        System.out.printf(
                "%.0f\t%.2f\t%.2f\t%d\t%.3f\t%.0f%n",
                nanos.length / took,
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.99)] / 1e6,
                lengths[lengths.length / 2],
                server / nanos.length,
                own / took * 100);
    }

    private static long seconds(String text) {
        return (long) (Double.parseDouble(text) * 1e9);
    }

    private static long cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(each -> each.info().totalCpuDuration())
                .map(Duration::toNanos)
                .orElse(0L);
    }

    private static long servers(Map<String, String> options) {
        return Stream.of(options.getOrDefault("pid", "").split(","))
                .filter(each -> !each.isEmpty())
                .mapToLong(each -> cpu(Long.parseLong(each)))
                .sum();
    }

    // ---- what is asked

    private static List<byte[]> requests(String what, int port) throws IOException {
        switch (what) {
            case "live":
                return List.of(Connection.request("GET", "/q/health/live", port, "", ""));
            case "health":
                return List.of(Connection.request("GET", "/_tenantry/health", port, "", ""));
            case "reset":
                return List.of(Connection.request("POST", "/_tenantry/reset", port, "", ""));
            case "token":
                return List.of(token("/" + TENANT + "/oauth2/v2.0/token", port));
            case "mock-token":
                return List.of(token("/default/token", port));
            case "page":
                return List.of(Connection.request("GET", "/v1.0/users", port, authorization(port), ""));
            case "by-id":
                String authorization = authorization(port);
                return ids(port, authorization).stream()
                        .map(id -> Connection.request("GET", "/v1.0/users/" + id, port, authorization, ""))
                        .toList();
            default:
                return written(Path.of(what), port);
        }
    }

    private static byte[] token(String path, int port) {
        String form = "grant_type=client_credentials&client_id=" + CLIENT + "&client_secret=" + SECRET + "&scope="
                + URLEncoder.encode("https://graph.microsoft.com/.default", StandardCharsets.UTF_8);
        return Connection.request("POST", path, port, "Content-Type: application/x-www-form-urlencoded\r\n", form);
    }

    private static List<byte[]> written(Path file, int port) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int empty = lines.indexOf("");
        String headers = lines.subList(0, empty).stream().map(each -> each + "\r\n").collect(Collectors.joining());
        return lines.subList(empty + 1, lines.size()).stream()
                .map(path -> Connection.request("GET", path, port, headers, ""))
                .toList();
    }

    /** Asks, and insists on the answer; returns the length of its body. */
    private static int ask(Connection connection, byte[] request, int wanted) throws IOException {
        int status = connection.ask(request);
        if (status != wanted || wanted == 200 && connection.length() == 0) {
            throw new IOException("answered " + status + " " + connection.body());
        }
        return connection.length();
    }

    private static String authorization(int port) throws IOException {
        try (Connection connection = new Connection(port)) {
            String json = "Content-Type: application/json\r\n";
            ask(connection, Connection.request("POST", "/_tenantry/tenants/" + TENANT + "/tokens", port, json, "{}"), 200);
            Matcher token = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"").matcher(connection.body());
            if (!token.find()) {
                throw new IOException("no token in " + connection.body());
            }
            return "Authorization: Bearer " + token.group(1) + "\r\n";
        }
    }

    /** Ids from the whole directory, each so many pages apart, that the same few rows are not asked for again and again. */
    private static List<String> ids(int port, String authorization) throws IOException {
        List<String> found = new ArrayList<>();
        Pattern id = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
        Pattern next = Pattern.compile("\"@odata.nextLink\"\\s*:\\s*\"https?://[^/]+([^\"]+)\"");
        try (Connection connection = new Connection(port)) {
            String path = "/v1.0/users?$select=id&$top=999";
            while (path != null) {
                ask(connection, Connection.request("GET", path, port, authorization, ""), 200);
                id.matcher(connection.body()).results().forEach(each -> found.add(each.group(1)));
                Matcher link = next.matcher(connection.body());
                path = link.find() ? link.group(1) : null;
            }
        }
        Collections.shuffle(found, new Random(42));
        return found.subList(0, Math.min(SAMPLE, found.size()));
    }

    // ---- asking

    private interface Opening {
        Connection open() throws IOException, GeneralSecurityException;
    }

    private static List<Seen> run(Opening opening, int connections, List<byte[]> requests, int wanted, long span, int most)
            throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(connections);
        try {
            long end = span == Long.MAX_VALUE ? Long.MAX_VALUE : System.nanoTime() + span;
            List<Callable<Seen>> work = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = i * requests.size() / connections;
                work.add(() -> ask(opening, requests, first, wanted, end, most));
            }
            List<Seen> seen = new ArrayList<>();
            for (Future<Seen> each : pool.invokeAll(work)) {
                seen.add(each.get());
            }
            return seen;
        } finally {
            pool.shutdown();
        }
    }

    private static Seen ask(Opening opening, List<byte[]> requests, int first, int wanted, long end, int most)
            throws IOException, GeneralSecurityException {
        long[] nanos = new long[1 << 16];
        int[] lengths = new int[1 << 16];
        int n = 0;
        try (Connection connection = opening.open()) {
            for (long now = System.nanoTime(); n < most && now < end; n++) {
                if (n == nanos.length) {
                    nanos = Arrays.copyOf(nanos, n * 2);
                    lengths = Arrays.copyOf(lengths, n * 2);
                }
                lengths[n] = ask(connection, requests.get((first + n) % requests.size()), wanted);
                long after = System.nanoTime();
                nanos[n] = after - now;
                now = after;
            }
        }
        return new Seen(Arrays.copyOf(nanos, n), Arrays.copyOf(lengths, n));
    }
}
