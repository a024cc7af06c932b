package io.tenantry.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCopierTest {
    @TempDir
    Path folder;

    private Path file;
    private Connection writer;
    private LogCopier copier;
    private long empty;

    @BeforeEach
    void open() throws Exception {
        file = folder.resolve("store.db");
        writer = DriverManager.getConnection(url(file) + "?journal_mode=WAL");
        execute("pragma wal_autocheckpoint = 0");
        execute("create table entry (name text)");
        empty = Files.size(file);
        copier = new LogCopier(ConnectionSettings.sqlite(url(file), 0));
    }

    @AfterEach
    void close() throws SQLException {
        copier.close();
        writer.close();
    }

    @Test
    void whatALargeTransactionWroteIsCopiedIntoTheFile() throws Exception {
        execute("insert into entry values ('one')");

        copier.written(4000);
        copier.close();

        assertEquals(1, countInFileAlone());
    }

    @Test
    void whatSmallTransactionsWroteIsCopiedWhenItIsEnough() throws Exception {
        execute("insert into entry values ('one')");

        for (int i = 0; i < 4000; i++) {
            copier.written(1);
        }
        copier.close();

        assertEquals(1, countInFileAlone());
    }

    @Test
    void littleStaysInTheLog() throws Exception {
        execute("insert into entry values ('one')");

        copier.written(3999);
        copier.close();

        assertEquals(empty, Files.size(file));
    }

    /** The writer that holds its transaction open does not wait for the copy, nor the copy for it. */
    @Test
    void aCopyDoesNotWaitForWhoIsWriting() throws Exception {
        execute("insert into entry values ('one')");
        execute("begin immediate");
        execute("insert into entry values ('two')");

        copier.written(4000);
        copier.close();

        assertEquals(1, countInFileAlone());
        execute("commit");
    }

    @Test
    void aCopyThatFailsHarmsNobody() throws Exception {
        LogCopier astray = new LogCopier(ConnectionSettings.sqlite(url(folder.resolve("none/store.db")), 0));

        astray.written(4000);
        astray.close();

        execute("insert into entry values ('one')");
        assertEquals(empty, Files.size(file));
    }

    private int countInFileAlone() throws Exception {
        Path alone = folder.resolve("alone.db");
        Files.copy(file, alone);
        try (Connection connection = DriverManager.getConnection(url(alone));
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from entry")) {
            return row.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = writer.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String url(Path path) {
        return "jdbc:sqlite:" + path;
    }
}
