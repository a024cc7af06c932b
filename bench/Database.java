import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/**
 * Waits for a PostgreSQL server, makes a database where there is none, and prints its URL.
 *
 * <pre>Database port=N name=NAME [anew=anew]</pre>
 *
 * With {@code anew} a database that is there goes first.
 */
public final class Database {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    public static void main(String[] arguments) throws Exception {
        var options = Graph.options(arguments, 0);
        String server = "jdbc:postgresql://127.0.0.1:" + options.get("port") + "/";
        String name = options.get("name");
        try (Connection connection = connected(server + "postgres?user=postgres");
                Statement statement = connection.createStatement()) {
            if (!options.getOrDefault("anew", "").isEmpty()) {
                statement.execute("drop database if exists " + name + " with (force)");
            }
            if (!statement.executeQuery("select 1 from pg_database where datname = '" + name + "'").next()) {
                statement.execute("create database " + name);
            }
        }
        System.out.print(server + name + "?user=postgres");
    }

    private static Connection connected(String url) throws Exception {
        for (long end = System.nanoTime() + PATIENCE; ; Thread.sleep(100)) {
            try {
                return DriverManager.getConnection(url);
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }
}
