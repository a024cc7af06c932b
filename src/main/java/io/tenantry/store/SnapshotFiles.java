package io.tenantry.store;

import io.tenantry.store.failure.StoreException;
import io.tenantry.store.failure.StoreUnavailable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.sqlite.SQLiteConnection;

/** Copies of the pages of a SQLite database, one file each in a folder beside it. Readers keep what they see until they are done. */
final class SnapshotFiles implements SnapshotCopies {
    /** A restore goes around SQLite's own checkpoints: beyond this size of the log it is asked for one, after which the log is cut to it. */
    static final long LARGE_LOG = 32L << 20;

    /** Milliseconds between attempts, attempts, pages in one step: how SQLite waits where a file is busy. */
    private static final int PAUSE = 5;

    private static final int PATIENCE = 2000;
    private static final int ALL_PAGES = -1;
    private static final String ENDING = ".db";
    private static final Logger LOG = Logger.getLogger(SnapshotFiles.class);

    private final Store store;
    private final Path folder;
    /** The server's named values that a file holds, as far as this process knows. */
    private final Map<String, Map<String, String>> values = new HashMap<>();

    SnapshotFiles(Store store) {
        this.store = store;
        this.folder = folder(store.file());
    }

    /** Of the copies of a store. */
    static Path folder(Path file) {
        return file.resolveSibling("snapshots");
    }

    @Override
    public void take(String copy) {
        Path fresh = file(copy);
        store.inLane(() -> {
            try {
                store.openDatabase().requireInPlace();
                PrivateFiles.folder(folder);
                PrivateFiles.file(fresh);
                idle(writer ->
                        complete(pages(writer).backup("main", fresh.toString(), null, PAUSE, PATIENCE, ALL_PAGES)));
                plain(fresh);
                values.put(copy, liveValues());
                return null;
            } catch (SQLException | IOException | RuntimeException e) {
                discard(fresh, e);
                throw failed("snapshot", e);
            }
        });
    }

    private static void discard(Path file, Exception why) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    @Override
    public boolean restore(String copy) {
        if (!isWhole(copy)) {
            return false;
        }
        return store.inLane(() -> {
            try {
                carryValues(copy);
                idle(writer -> {
                    complete(pages(writer).restore("main", file(copy).toString(), null, PAUSE, PATIENCE, ALL_PAGES));
                    boundLog(writer);
                });
                return true;
            } catch (SQLException | IOException e) {
                throw failed("restore of a snapshot", e);
            }
        });
    }

    /** Looked at before its pages take the place of good ones: once, since after that only this process writes it. */
    private boolean isWhole(String copy) {
        if (values.containsKey(copy)) {
            return true;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file(copy))) {
            new Integrity(file(copy)).require(connection);
            return true;
        } catch (SQLException | IOException e) {
            LOG.errorf("The snapshot file %s cannot be used: %s", file(copy), e.getMessage());
            return false;
        }
    }

    private static StoreException failed(String what, Exception e) {
        if (e instanceof StoreException known) {
            return known;
        }
        return e instanceof SQLException failure
                ? Dialect.SQLITE.translate(what, failure)
                : new StoreUnavailable("its folder cannot be written", e);
    }

    /** Page copies need the writing connection without a transaction. */
    private void idle(Transaction.Work work) throws SQLException, IOException {
        try (Transaction writer = Transaction.write(store.openDatabase())) {
            writer.outside(work);
        }
    }

    private static void complete(int code) throws SQLException {
        if (code != 0) {
            throw new SQLException("page copy ended with SQLite code " + code, null, code & 0xff);
        }
    }

    /** By a connection of its own, which sees one moment of the present state, as every reader does. */
    @Override
    public <T> Optional<T> compare(String before, String after, Function<StatePair, T> look) {
        boolean present = after.equals(Snapshots.PRESENT);
        if (!isWhole(before) || !present && !isWhole(after)) {
            return Optional.empty();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store.file())) {
            attach(connection, before, "earlier");
            if (!present) {
                attach(connection, after, "later");
            }
            connection.setAutoCommit(false);
            Connected connected = new Connected(new Statements(connection), Dialect.SQLITE);
            T seen = look.apply(new StatePair(connected, "earlier.", present ? "main." : "later."));
            connection.rollback();
            return Optional.of(seen);
        } catch (SQLException e) {
            throw failed("comparison of snapshots", e);
        }
    }

    private void attach(Connection connection, String copy, String name) throws SQLException {
        try (PreparedStatement attach = connection.prepareStatement("attach database ? as " + name)) {
            attach.setString(1, file(copy).toString());
            attach.execute();
        }
    }

    @Override
    public void delete(String copy) {
        values.remove(copy);
        try {
            Files.deleteIfExists(file(copy));
        } catch (IOException e) {
            LOG.warnf("The snapshot file %s cannot be removed: %s", file(copy), e.getMessage());
        }
    }

    @Override
    public boolean exists(String copy) {
        return Files.isRegularFile(file(copy));
    }

    @Override
    public void keepOnly(Set<String> known) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path each : files) {
                String copy = each.getFileName().toString().replace(ENDING, "");
                if (!known.contains(copy)) {
                    delete(copy);
                }
            }
        } catch (IOException e) {
            throw failed("snapshots", e);
        }
    }

    private Path file(String copy) {
        return folder.resolve(copy + ENDING);
    }

    /** A file without a log beside it: nothing but pages. */
    private static void plain(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = delete");
        }
    }

    /** Writes the live named values into the file, so that they survive the copy of its pages. */
    private void carryValues(String copy) throws SQLException {
        Map<String, String> live = liveValues();
        if (live.equals(values.get(copy))) {
            return;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file(copy))) {
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
        values.put(copy, live);
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
