import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes a few users of a directory that has been synchronized, and takes the time of the cycle that carries the changes over.
 *
 * <pre>IncrementalCycle port=N pid=SERVER [changes=100] [rounds=1] [setup=true]</pre>
 *
 * With {@code setup} it first makes the synchronization and runs the first cycle. Prints a line for each round: ms, CPU ms of the
 * server. A round fails unless the cycle exported as many users as were changed.
 */
public final class IncrementalCycle {
    public static void main(String[] arguments) throws Exception {
        var options = Graph.options(arguments, 0);
        int changes = Integer.parseInt(options.getOrDefault("changes", "100"));
        Graph graph = new Graph(options.get("port"));
        if (options.containsKey("setup")) {
            Synchronization.freeze(graph);
            Synchronization.setUp(graph).cycle();
            return;
        }
        Synchronization synchronization = Synchronization.found(graph);
        List<String> ids = provisioned(graph, changes);
        synchronization.cycle(); // whatever is left to do
        for (int round = Integer.parseInt(options.getOrDefault("rounds", "1")); round > 0; round--) {
            change(graph, ids);
            round(synchronization, options.get("pid"), changes);
        }
    }

    private static List<String> provisioned(Graph graph, int changes) throws Exception {
        List<String> ids = new ArrayList<>();
        for (JsonNode each : graph.call("GET", "/v1.0/users?$select=id,accountEnabled&$top=999", null).path("value")) {
            if (ids.size() < changes && each.path("accountEnabled").asBoolean()) {
                ids.add(each.path("id").asText());
            }
        }
        return ids;
    }

    private static void change(Graph graph, List<String> ids) throws Exception {
        String title = "Title " + Long.toString(System.nanoTime(), 36);
        for (String id : ids) {
            graph.call("PATCH", "/v1.0/users/" + id, "{\"jobTitle\":\"" + title + "\"}");
        }
    }

    private static void round(Synchronization synchronization, String server, int changes) throws Exception {
        Duration cpu = Synchronization.cpu(server);
        long began = System.nanoTime();
        synchronization.cycle();
        double millis = (System.nanoTime() - began) / 1e6;
        Duration took = Synchronization.cpu(server).minus(cpu);
        JsonNode execution = synchronization.lastExecution();
        if (execution.path("countExported").asInt() != changes) {
            throw new IOException("the cycle did not export " + changes + " changes: " + execution);
        }
        System.out.printf("%.1f\t%d%n", millis, took.toMillis());
    }
}
