import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;

/**
 * Sets up a synchronization of all users, takes a snapshot {@code before}, and runs one cycle with the clock standing still.
 *
 * <pre>FirstCycle PORT USERS SERVER</pre>
 *
 * Prints, parted by tabs, seconds, users/s, the users that the target then has of it, and the seconds of CPU of the process SERVER. Fails
 * unless the job says that it imported so many users and exported all that are to be provisioned (a disabled user that never was in
 * the target is not).
 */
public final class FirstCycle {
    public static void main(String[] arguments) throws Exception {
        Graph graph = new Graph(arguments[0]);
        Synchronization.freeze(graph);
        Synchronization synchronization = Synchronization.setUp(graph);
        graph.call("POST", "/_tenantry/snapshots/before", null);
        Duration cpu = Synchronization.cpu(arguments[2]);
        long began = System.nanoTime();
        synchronization.cycle();
        double seconds = (System.nanoTime() - began) / 1e9;
        Duration took = Synchronization.cpu(arguments[2]).minus(cpu);
        long exported = exported(synchronization.lastExecution(), Long.parseLong(arguments[1]));
        System.out.printf("%.1f\t%.0f\t%d\t%.1f%n", seconds, exported / seconds, exported, took.toMillis() / 1e3);
    }

    private static long exported(JsonNode execution, long users) throws IOException {
        long exported = execution.path("countExported").asLong();
        if (execution.path("countImported").asLong() != users
                || execution.path("countEntitledForProvisioning").asLong() != exported) {
            throw new IOException("not all users were exported: " + execution);
        }
        return exported;
    }
}
