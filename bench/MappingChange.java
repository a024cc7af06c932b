import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;

/**
 * Changes a mapping of a directory that has been synchronized, and takes the time of the cycle that follows, which reads everyone.
 *
 * <pre>MappingChange port=N pid=SERVER [rounds=1]</pre>
 *
 * Prints a line for each round: seconds, users/s, users that were written, CPU seconds of the server. Fails where nobody was.
 */
public final class MappingChange {
    public static void main(String[] arguments) throws Exception {
        var options = Graph.options(arguments, 0);
        Graph graph = new Graph(options.get("port"));
        Synchronization synchronization = Synchronization.found(graph);
        for (int round = Integer.parseInt(options.getOrDefault("rounds", "1")); round > 0; round--) {
            synchronization.mapAnew("city", "Append([city], \" " + Long.toString(System.nanoTime(), 36) + "\")");
            round(synchronization, options.get("pid"));
        }
    }

    private static void round(Synchronization synchronization, String server) throws Exception {
        Duration cpu = Synchronization.cpu(server);
        long began = System.nanoTime();
        synchronization.cycle();
        double seconds = (System.nanoTime() - began) / 1e9;
        Duration took = Synchronization.cpu(server).minus(cpu);
        JsonNode execution = synchronization.lastExecution();
        long exported = execution.path("countExported").asLong();
        if (exported == 0) {
            throw new IOException("nobody was written: " + execution);
        }
        System.out.printf("%.1f\t%.0f\t%d\t%.1f%n", seconds, exported / seconds, exported, took.toMillis() / 1e3);
    }
}
