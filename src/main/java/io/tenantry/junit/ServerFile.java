package io.tenantry.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The one file that is the server: where {@code tenantry.jar} says, as a property of the virtual machine, or {@code TENANTRY_JAR} in the
 * environment; else on the class path.
 */
final class ServerFile {
    private static final String WITHIN = "server/quarkus-run.jar";

    private ServerFile() {}

    static Path find() {
        return told().or(ServerFile::onClassPath)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "there is no server: tenantry.jar is neither on the class path nor named by -Dtenantry.jar=FILE"));
    }

    private static Optional<Path> told() {
        String told = System.getProperty("tenantry.jar", System.getenv("TENANTRY_JAR"));
        if (told == null || told.isEmpty()) {
            return Optional.empty();
        }
        Path file = Path.of(told).toAbsolutePath();
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("there is no server at '" + file + "', as tenantry.jar says");
        }
        return Optional.of(file);
    }

    private static Optional<Path> onClassPath() {
        URL server = ServerFile.class.getClassLoader().getResource(WITHIN);
        try {
            if (server == null || !(server.openConnection() instanceof JarURLConnection within)) {
                return Optional.empty();
            }
            return Optional.of(Path.of(within.getJarFileURL().toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
