package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The classes of the packaged server as one run of it wrote them down: the tests start it many times over, and each start is shorter. */
final class ClassArchive {
    private static final Path SERVER = Path.of("target", "quarkus-app");
    private static final Path ARCHIVE = Path.of("target", "packaged-" + System.getProperty("java.version") + ".jsa");
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private ClassArchive() {}

    /** For a virtual machine that is otherwise started with {@code options}. */
    static synchronized List<String> use(List<String> options) {
        Path lock = ARCHIVE.resolveSibling(ARCHIVE.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.tryLock()) {
            if (alone == null) {
                return List.of(); // another process writes it: a start without it is over sooner than that
            }
            if (!isOfThisBuild()) {
                write(options);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-Xshare:auto", "-Xlog:cds=off");
    }

    private static boolean isOfThisBuild() throws IOException {
        if (Files.notExists(ARCHIVE)) {
            return false;
        }
        long written = Files.getLastModifiedTime(ARCHIVE).toMillis();
        try (Stream<Path> files = Files.walk(SERVER)) {
            return files.allMatch(file -> file.toFile().lastModified() < written);
        }
    }

    private static void write(List<String> options) throws IOException {
        Path folder = Files.createTempDirectory("packaged");
        Path fresh = folder.resolve("fresh.jsa");
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of(
                "-XX:ArchiveClassesAtExit=" + fresh,
                "-Dtenantry.training=true",
                "-Dtenantry.port=0",
                "-Dtenantry.data=" + folder.resolve("data"),
                "-jar",
                SERVER.resolve("quarkus-run.jar").toString()));
        Shell.Ended ended = Shell.run(folder, LONGEST, Map.of(), command);
        assertEquals(0, ended.code(), ended::toString);
        Files.move(fresh, ARCHIVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
