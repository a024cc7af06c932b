import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;

/**
 * Sets up a synchronization of all users and asks what its first cycle would do, with the clock standing still.
 *
 * <pre>FirstPlan PORT USERS SERVER</pre>
 *
 * Prints, parted by tabs, seconds until the first page is there, those of the second one, how many users would be created, and the
 * seconds of CPU of the process SERVER for both. Fails unless the plan counts so many objects.
 */
public final class FirstPlan {
    public static void main(String[] arguments) throws Exception {
        Graph graph = new Graph(arguments[0]);
        Synchronization.freeze(graph);
        Synchronization synchronization = Synchronization.setUp(graph);
        Duration cpu = Synchronization.cpu(arguments[2]);
        long began = System.nanoTime();
        JsonNode first = synchronization.plan("");
        double seconds = (System.nanoTime() - began) / 1e9;
        String next = first.path("nextLink").asText();
        began = System.nanoTime();
        synchronization.plan(next.substring(next.indexOf('?')));
        double second = (System.nanoTime() - began) / 1e9;
        Duration took = Synchronization.cpu(arguments[2]).minus(cpu);
        long counted = first.path("counts").valueStream().mapToLong(JsonNode::asLong).sum();
        if (counted != Long.parseLong(arguments[1])) {
            throw new IOException("the plan counts " + first.path("counts"));
        }
        System.out.printf("%.2f\t%.3f\t%d\t%.1f%n", seconds, second, first.path("counts").path("create").asLong(), took.toMillis() / 1e3);
    }
}
