import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * First cycles of several source tenants into one target, all begun at once.
 *
 * <pre>ManyJobs scenario USERS JOBS    prints the scenario file: so many tenants of so many users each, beside the two of bench/scenario.json
 * ManyJobs run PORT JOBS             prints, parted by tabs, the seconds of the first that is done and of the last one</pre>
 */
public final class ManyJobs {
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("scenario")) {
            System.out.println(scenario(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])));
        } else {
            run(arguments[1], Integer.parseInt(arguments[2]));
        }
    }

    private static String id(int number) {
        return "5a1de%03d-5eed-4a11-8d00-00000000a11d".formatted(number);
    }

    private static ObjectNode scenario(int users, int jobs) throws Exception {
        ObjectNode scenario = (ObjectNode) Graph.JSON.readTree(new File("bench/scenario.json"));
        ArrayNode tenants = (ArrayNode) scenario.get("tenants");
        for (int i = 1; i <= jobs; i++) {
            ObjectNode tenant = tenants.get(0).deepCopy();
            tenant.put("alias", "source" + i).put("id", id(i)).put("displayName", "Alderwood " + i);
            tenant.put("initialDomain", "alderwood" + i + ".onmicrosoft.com").remove("clients");
            ((ObjectNode) tenant.get("generate")).put("users", users).put("seed", i);
            tenants.add(tenant);
        }
        return scenario;
    }

    private static void run(String port, int jobs) throws Exception {
        Synchronization.freeze(new Graph(port));
        List<Synchronization> all = new ArrayList<>();
        for (int i = 1; i <= jobs; i++) {
            all.add(Synchronization.setUp(new Graph(port), id(i)));
        }
        ExecutorService callers = Executors.newFixedThreadPool(jobs);
        long began = System.nanoTime();
        List<Callable<Double>> cycles = new ArrayList<>();
        for (Synchronization each : all) {
            cycles.add(() -> {
                each.cycle();
                return (System.nanoTime() - began) / 1e9;
            });
        }
        List<Double> seconds = new ArrayList<>();
        for (Future<Double> each : callers.invokeAll(cycles)) {
            seconds.add(each.get());
        }
        callers.shutdown();
        seconds.sort(null);
        System.out.printf("%.1f\t%.1f%n", seconds.get(0), seconds.get(jobs - 1));
    }
}
