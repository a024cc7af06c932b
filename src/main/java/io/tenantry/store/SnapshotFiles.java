package io.tenantry.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.sqlite.SQLiteConnection;

/** Copies of the pages of a SQLite database, one file each in a folder beside it. Readers keep what they see until they are done. */
final class SnapshotFiles implements SnapshotCopies {
    /** A restore goes around SQLite's own checkpoints: beyond this size of the log it is asked for one, after which the log is cut to it. */
    static final long LARGE_LOG = 32L << 20;

    /** Milliseconds between attempts, attempts, pages in one step: how SQLite waits where a file is busy. */
    private static final int PAUSE = 5;

    private static final int PATIENCE = 2000;
    private static final int ALL_PAGES = -1;

    private final Store store;
    private final Path folder;
    /** The server's named values that a file holds, as far as this process knows. */
    private final Map<String, Map<String, String>> values = new HashMap<>();

    SnapshotFiles(Store store) {
        this.store = store;
        this.folder = store.file().resolveSibling("snapshots");
    }

    @Override
    public void take(String name) {
        Path fresh = folder.resolve(name + ".new");
        store.inLane(() -> {
            try {
                Files.createDirectories(folder);
                Files.deleteIfExists(fresh);
                idle(writer ->
                        complete(pages(writer).backup("main", fresh.toString(), null, PAUSE, PATIENCE, ALL_PAGES)));
                plain(fresh);
                Files.move(fresh, file(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                values.put(name, liveValues());
            } catch (SQLException | IOException e) {
                throw new StoreException("snapshot " + name, e);
            }
        });
    }

    @Override
    public void restore(String name) {
        store.inLane(() -> {
            try {
                carryValues(name);
                idle(writer -> {
                    complete(pages(writer).restore("main", file(name).toString(), null, PAUSE, PATIENCE, ALL_PAGES));
                    boundLog(writer);
                });
            } catch (SQLException | IOException e) {
                throw new StoreException("restore of snapshot " + name, e);
            }
        });
    }

    private interface Work {
        void with(Connection writer) throws SQLException, IOException;
    }

    /** The writing connection opens its next transaction when it ends one; page copies need it without any. */
    private void idle(Work work) throws SQLException, IOException {
        try (Connection writer = store.openDatabase().writers.getConnection()) {
            writer.setAutoCommit(true);
            try {
                work.with(writer);
            } finally {
                writer.setAutoCommit(false);
            }
        }
    }

    private static void complete(int code) throws SQLException {
        if (code != 0) {
            throw new SQLException("page copy ended with SQLite code " + code);
        }
    }

    @Override
    public void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
            values.remove(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean exists(String name) {
        return Files.isRegularFile(file(name));
    }

    private Path file(String name) {
        return folder.resolve(name + ".db");
    }

    /** A file without a log beside it: nothing but pages. */
    private static void plain(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = delete");
        }
    }

    /** Writes the live named values into the file, so that they survive the copy of its pages. */
    private void carryValues(String name) throws SQLException {
        Map<String, String> live = liveValues();
        if (live.equals(values.get(name))) {
            return;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file(name))) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    PreparedStatement insert =
                            connection.prepareStatement("insert into server_value (name, value) values (?,?)")) {
                statement.executeUpdate("delete from server_value");
                for (Map.Entry<String, String> value : live.entrySet()) {
                    insert.setString(1, value.getKey());
                    insert.setString(2, value.getValue());
                    insert.executeUpdate();
                }
            }
            connection.commit();
        }
        values.put(name, live);
    }

    private Map<String, String> liveValues() {
        return store.readAll(registry -> {
            Map<String, String> found = new HashMap<>();
            registry.connected()
                    .query(
                            "select name, value from server_value",
                            row -> found.put(row.getString(1), row.getString(2)));
            return found;
        });
    }

    private void boundLog(Connection writer) throws SQLException, IOException {
        Path log = store.file().resolveSibling(store.file().getFileName() + "-wal");
        if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
            try (Statement statement = writer.createStatement()) {
                statement.execute("pragma wal_checkpoint(passive)");
            }
        }
    }

    private static org.sqlite.core.DB pages(Connection connection) throws SQLException {
        return connection.unwrap(SQLiteConnection.class).getDatabase();
    }
}
