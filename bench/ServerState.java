import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a running server takes: memory, as the system and its JVM count it, and rows of its store. */
final class ServerState {
    private final String process;
    private final Path jdk;
    private final String store;

    ServerState(String process, String jdk, String store) {
        this.process = process;
        this.jdk = Path.of(jdk);
        this.store = store;
    }

    /** Bytes of memory that the process has in the machine's. */
    long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                .filter(each -> each.startsWith("VmRSS:"))
                .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")) * 1024)
                .sum();
    }

    /** Bytes of the heap in use: of both survivor spaces, the young and the old generation. */
    long heap() throws Exception {
        List<String> lines = output("jstat", "-gc", process);
        List<String> names = List.of(lines.get(0).trim().split("\\s+"));
        String[] values = lines.get(1).trim().split("\\s+");
        return (long) (IntStream.range(0, names.size())
                        .filter(i -> List.of("S0U", "S1U", "EU", "OU").contains(names.get(i)))
                        .mapToDouble(i -> Double.parseDouble(values[i]))
                        .sum()
                * 1024);
    }

    long heapAfterCollection() throws Exception {
        output("jcmd", process, "GC.run");
        return heap();
    }

    private List<String> output(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(jdk.resolve("bin").resolve(program).toString()));
        command.addAll(List.of(arguments));
        Process running = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(running.getInputStream().readAllBytes()).lines().toList();
        if (running.waitFor() != 0) {
            throw new IOException(program + ": " + lines);
        }
        return lines;
    }

    /** How many rows each table has. */
    Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(store);
                Statement statement = connection.createStatement();
                ResultSet tables = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                try (ResultSet counted = statement.executeQuery("select count(*) from " + table)) {
                    counted.next();
                    rows.put(table, counted.getLong(1));
                }
            }
        }
        return rows;
    }
}
