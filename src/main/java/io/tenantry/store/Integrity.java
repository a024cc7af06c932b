package io.tenantry.store;

import io.tenantry.store.failure.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Whether a file of the embedded store is whole, looked at before it is used. */
final class Integrity {
    /** SQLite checks some 300 MB in a second; a larger file is asked for its length only, which tells whether it was cut off. */
    private static final long CHECKED_WHOLE = 32L << 20;

    private final Path file;

    Integrity(Path file) {
        this.file = file;
    }

    /** Throws where it is cut down to nothing, before a connection would make a new store of it. */
    void requireContent() throws SQLException, IOException {
        if (Files.exists(file) && Files.size(file) == 0 && Files.isDirectory(SnapshotFiles.folder(file)) && !hasLog()) {
            throw damaged("it is empty, though there are snapshots of it");
        }
    }

    /** Throws where it is damaged otherwise. */
    void require(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            if (Files.size(file) <= CHECKED_WHOLE) {
                requirePages(statement);
            } else {
                requireLength(statement);
            }
        }
    }

    private static void requirePages(Statement statement) throws SQLException {
        try (ResultSet check = statement.executeQuery("pragma quick_check(1)")) {
            if (check.next() && !check.getString(1).equals("ok")) {
                throw damaged(check.getString(1));
            }
        }
    }

    private void requireLength(Statement statement) throws SQLException, IOException {
        try (ResultSet pages =
                statement.executeQuery("select page_count * page_size from pragma_page_count(), pragma_page_size()")) {
            if (pages.next() && !hasLog() && Files.size(file) < pages.getLong(1)) {
                throw damaged("it was cut off");
            }
        }
    }

    /** What is missing in the file may be in its log. */
    private boolean hasLog() throws IOException {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        return Files.exists(log) && Files.size(log) > 0;
    }

    private static SQLException damaged(String how) {
        return new SQLException(how, null, Failures.SQLITE_CORRUPT);
    }
}
