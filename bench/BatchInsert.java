import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;

/**
 * The yardstick of a cycle: the rows that it wrote, inserted anew by plain JDBC into a fresh database file of the same schema, with the same
 * pragmas and indexes, 1,000 rows a batch and transaction. Only the writing counts, not the reading of the rows.
 *
 * <pre>java -cp 'target/quarkus-app/lib/main/*:target/quarkus-app/app/*' BatchInsert.java BEFORE AFTER FRESH</pre>
 *
 * BEFORE and AFTER are store files of before and after the cycle. Prints, parted by tabs, rows, seconds, rows/s and the seconds of CPU
 * that the writing took.
 */
public final class BatchInsert {
    private static final int BATCH = 1000;
    /** As the store opens its file (io.tenantry.store.Database). */
    private static final String PRAGMAS =
            "?journal_mode=WAL&synchronous=FULL&busy_timeout=60000&cache_size=-160000&temp_store=MEMORY&transaction_mode=IMMEDIATE";

    private final Connection after;
    private final Connection fresh;
    private long rows;
    private long nanos;
    private long cpu;

    private BatchInsert(Connection after, Connection fresh) {
        this.after = after;
        this.fresh = fresh;
    }

    public static void main(String[] arguments) throws Exception {
        Files.deleteIfExists(Path.of(arguments[2]));
        String url = "jdbc:sqlite:" + arguments[2] + PRAGMAS;
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration", "classpath:db/sqlite")
                .placeholders(Map.of("text", "text", "clustered", " without rowid", "nulls_first", ""))
                .loggers("slf4j")
                .load()
                .migrate();
        try (Connection after = DriverManager.getConnection("jdbc:sqlite:" + arguments[1]);
                Connection fresh = DriverManager.getConnection(url)) {
            try (Statement statement = fresh.createStatement()) {
                statement.execute("pragma wal_autocheckpoint = 64000");
            }
            fresh.setAutoCommit(false);
            BatchInsert insert = new BatchInsert(after, fresh);
            insert.all(arguments[0]);
            double seconds = insert.nanos / 1e9;
            System.out.printf("%d\t%.2f\t%.0f\t%.2f%n", insert.rows, seconds, insert.rows / seconds, insert.cpu / 1e9);
        }
    }

    private void all(String before) throws SQLException {
        try (Statement statement = after.createStatement()) {
            statement.execute("attach '" + before + "' as before");
            statement.execute("pragma cache_size = -64000");
        }
        for (String table : names(
                "select name from main.sqlite_master where type = 'table' and name not like 'sqlite_%'"
                        + " and name not in ('server_value', 'flyway_schema_history', 'tenant', 'tenant_domain', 'sync_job', 'sync_on_demand')")) {
            copy(table);
        }
    }

    /** Rows whose key was not there before, in the order in which they were written. */
    private void copy(String table) throws SQLException {
        List<String> columns = names("select name from pragma_table_info('" + table + "') order by cid");
        String same = names("select name from pragma_table_info('" + table + "') where pk > 0").stream()
                .map(key -> "b." + key + " = a." + key)
                .collect(Collectors.joining(" and "));
        String marks = columns.stream().map(each -> "?").collect(Collectors.joining(","));
        try (Statement select = after.createStatement();
                ResultSet found = select.executeQuery("select a.* from main." + table + " a where not exists (select 1 from before." + table
                        + " b where " + same + ") order by a." + written(table));
                PreparedStatement insert = fresh.prepareStatement("insert into " + table + " values (" + marks + ")")) {
            for (List<Object[]> batch = next(found, columns.size()); !batch.isEmpty(); batch = next(found, columns.size())) {
                write(insert, batch);
            }
        }
    }

    /** The column in whose order rows were written; a table without row ids has none, but what came together has the first key in common. */
    private String written(String table) throws SQLException {
        boolean numbered = names("select name from pragma_table_list where schema = 'main' and name = '" + table + "' and wr = 0")
                .contains(table);
        return numbered
                ? "rowid"
                : names("select name from pragma_table_info('" + table + "') where pk > 0 and name <> 'tenant' order by pk").get(0);
    }

    private static List<Object[]> next(ResultSet found, int columns) throws SQLException {
        List<Object[]> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH && found.next()) {
            Object[] row = new Object[columns];
            for (int i = 0; i < columns; i++) {
                row[i] = found.getObject(i + 1);
            }
            batch.add(row);
        }
        return batch;
    }

    private void write(PreparedStatement insert, List<Object[]> batch) throws SQLException {
        long began = System.nanoTime();
        long cpuBefore = cpu();
        for (Object[] row : batch) {
            for (int i = 0; i < row.length; i++) {
                insert.setObject(i + 1, row[i]);
            }
            insert.addBatch();
        }
        insert.executeBatch();
        fresh.commit();
        nanos += System.nanoTime() - began;
        cpu += cpu() - cpuBefore;
        rows += batch.size();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private List<String> names(String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = after.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }
}
