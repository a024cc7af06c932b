package io.tenantry.store;

import io.tenantry.packaged.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * A PostgreSQL server for tests, from the binaries that Maven delivers: one for each JVM, started when first asked for, on a free port
 * of the loopback. PostgreSQL refuses to run as root, so it then runs as the user {@code nobody}.
 */
public final class PostgresInstance implements AutoCloseable {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String UNPRIVILEGED = "nobody";
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static PostgresInstance running;
    private static String prepared;
    private static Path initialized;

    private final Path binaries;
    private final Path folder;
    private final int port;
    private final String address;
    private Process server;

    private PostgresInstance(Path binaries, Path folder, int port, String address) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
        this.address = address;
    }

    /** JDBC URL, with user, of a new empty database. */
    public static synchronized String newDatabase() {
        if (running == null) {
            running = own();
        }
        return running.database();
    }

    /** JDBC URL, with user, of a new database in which a store finds its tables. */
    public static synchronized String newStore() {
        if (prepared == null) {
            String url = newDatabase();
            StoreUnderTest.migrate(StoreUnderTest.postgresql(url));
            prepared = url.replaceAll(".*/|\\?.*", "");
        }
        return running.database(
                " strategy file_copy template " + prepared); // a quarter of the work that its log would be
    }

    /** A server for one test alone, which may do with it what it likes. */
    public static PostgresInstance own() {
        try {
            PostgresInstance instance = new PostgresInstance(unpacked(), readableFolder(), Ports.free(), "127.0.0.1");
            instance.initialize();
            instance.start();
            Runtime.getRuntime().addShutdownHook(new Thread(instance::close));
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JDBC URL, with user, of a new empty database. */
    public String database() {
        return database("");
    }

    private String database(String madeFrom) {
        String name = "test" + DATABASES.incrementAndGet();
        execute("create database " + name + madeFrom);
        return url(name);
    }

    /** Runs as the administrator, outside of any test database. */
    public void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL", e);
        }
    }

    /** Every session of every client ends at once, as an administrator would have it. */
    public void endSessions() {
        execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'");
    }

    /** Makes a standby take writes. */
    public void promote() {
        execute("select pg_promote()");
    }

    public int port() {
        return port;
    }

    private String url(String database) {
        return "jdbc:postgresql://" + address + ":" + port + "/" + database + "?user=postgres";
    }

    private static Path readableFolder() throws IOException {
        return Files.createTempDirectory(
                "tenantry-postgres",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    /** As one that was initialized once for this JVM, and never started. */
    private void initialize() throws IOException {
        synchronized (PostgresInstance.class) {
            if (initialized == null) {
                Path data = Files.createDirectory(readableFolder().resolve("data"));
                if (ROOT) {
                    Files.setOwner(
                            data,
                            data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(UNPRIVILEGED));
                }
                run(
                        "initdb",
                        "-D",
                        data.toString(),
                        "-U",
                        "postgres",
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        "--no-locale",
                        "-N");
                initialized = data;
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(data.getParent())));
            }
        }
        copy(initialized, folder);
    }

    private static void copy(Path data, Path folder) throws IOException {
        system("cp", "-a", data.toString(), folder.toString());
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** The state of this server, which was stopped, at another address and the same port. */
    public PostgresInstance movedTo(String otherAddress) {
        return movedTo(otherAddress, false);
    }

    /** The same, as a standby: it can be read and not written. */
    public PostgresInstance standbyOn(String otherAddress) {
        return movedTo(otherAddress, true);
    }

    private PostgresInstance movedTo(String otherAddress, boolean standby) {
        try {
            PostgresInstance other = new PostgresInstance(binaries, readableFolder(), port, otherAddress);
            copy(data(), other.folder);
            if (standby) {
                Files.createFile(other.data().resolve("standby.signal"));
            }
            other.start();
            Runtime.getRuntime().addShutdownHook(new Thread(other::close));
            return other;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it answers. */
    public void start() throws IOException {
        server = process(
                "postgres",
                "-D",
                data().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=" + address,
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off",
                "-c",
                "max_connections=200");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!answers()) {
            if (!server.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("PostgreSQL did not start: " + Files.readString(log("postgres")));
            }
            sleep();
        }
    }

    /** In order, though sessions are open. */
    public void stop() {
        end("INT");
    }

    /** At once; the next start recovers from the log. */
    public void crash() {
        end("QUIT");
    }

    private void end(String signal) {
        try {
            system("kill", "-" + signal, Long.toString(server.pid()));
            if (!server.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("PostgreSQL does not end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url("postgres"))) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false; // not yet
        }
    }

    @Override
    public void close() {
        if (server.isAlive()) {
            crash();
        }
        remove(folder);
    }

    /** Many thousand files, where there were many databases. */
    private static void remove(Path folder) {
        try {
            system("rm", "-rf", folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void system(String... command) throws IOException {
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void run(String... command) throws IOException {
        try {
            if (process(command).waitFor() != 0) {
                throw new IllegalStateException(command[0] + ": " + Files.readString(log(command[0])));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process process(String... command) throws IOException {
        List<String> words = new ArrayList<>();
        if (ROOT) {
            words.addAll(List.of("setpriv", "--reuid=" + UNPRIVILEGED, "--regid=nogroup", "--clear-groups"));
        }
        words.add(binaries.resolve("bin").resolve(command[0]).toString());
        words.addAll(List.of(command).subList(1, command.length));
        return new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(command[0]).toFile())
                .start();
    }

    private Path log(String program) {
        return folder.resolve(program + ".log");
    }

    /** The binaries, unpacked once for all runs, where every user can read them. */
    private static Path unpacked() throws IOException {
        long size = PostgresInstance.class.getResource(ARCHIVE).openConnection().getContentLengthLong();
        Path target = Path.of(System.getProperty("java.io.tmpdir"))
                .resolve("tenantry-postgres-binaries-" + System.getProperty("user.name") + "-" + size);
        if (!Files.isDirectory(target)) {
            Path fresh = Files.createTempDirectory(
                    target.getParent(),
                    "unpack",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            unpack(fresh);
            try {
                Files.move(fresh, target);
            } catch (FileSystemException e) {
                remove(fresh);
                if (!Files.isDirectory(target)) { // else another run was quicker
                    throw e;
                }
            }
        }
        return target;
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream archive = PostgresInstance.class.getResourceAsStream(ARCHIVE);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    Files.setPosixFilePermissions(
                            file,
                            PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
