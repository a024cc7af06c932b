import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;

/**
 * Sets up a synchronization of all users and asks what its first cycle would do, with the clock standing still.
 *
 * <pre>FirstPlan PORT USERS SERVER</pre>
 *
 * Prints, parted by tabs, seconds until the first page is there, those of the second one, how many users would be created, the seconds of
 * CPU of the process SERVER for both, and seconds until the first page of a plan that is made anew by a server that has made some. Fails
 * unless the plan counts so many objects.
 */
public final class FirstPlan {
    private static final int WARM = 4;

    public static void main(String[] arguments) throws Exception {
        Graph graph = new Graph(arguments[0]);
        Synchronization.freeze(graph);
        Synchronization synchronization = Synchronization.setUp(graph);
        Duration cpu = Synchronization.cpu(arguments[2]);
        JsonNode[] first = new JsonNode[1];
        double seconds = seconds(() -> first[0] = synchronization.plan(""));
        String next = first[0].path("nextLink").asText();
        double second = seconds(() -> synchronization.plan(next.substring(next.indexOf('?'))));
        Duration took = Synchronization.cpu(arguments[2]).minus(cpu);
        double warm = warm(synchronization);
        long counted = first[0].path("counts").valueStream().mapToLong(JsonNode::asLong).sum();
        if (counted != Long.parseLong(arguments[1])) {
            throw new IOException("the plan counts " + first[0].path("counts"));
        }
        System.out.printf("%.2f\t%.3f\t%d\t%.1f\t%.2f%n", seconds, second, first[0].path("counts").path("create").asLong(), took.toMillis() / 1e3, warm);
    }

    /** A call of Graph or of the control API. */
    private interface Call {
        void run() throws Exception;
    }

    private static double seconds(Call call) throws Exception {
        long began = System.nanoTime();
        call.run();
        return (System.nanoTime() - began) / 1e9;
    }

    /** The last of some more plans, each made anew, for which the server's code is compiled. */
    private static double warm(Synchronization synchronization) throws Exception {
        double last = 0;
        for (int i = 0; i < WARM; i++) {
            last = seconds(() -> synchronization.plan(""));
        }
        return last;
    }
}
