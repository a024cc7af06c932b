package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Commands as a person types them, run in the project's root. */
final class Shell {
    /** How a command ended and what it said. */
    record Ended(int code, String out, String err) {}

    /** A command under way. */
    record Running(Process process, Path out, Path err) {
        Ended ended(Duration longest) {
            try {
                boolean ended = process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended) {
                    process.destroyForcibly().waitFor();
                }
                assertTrue(ended, () -> "does not end: " + read(out) + read(err));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            return new Ended(process.exitValue(), read(out), read(err));
        }

        String said() {
            return read(out) + read(err);
        }

        String errors() {
            return read(err);
        }
    }

    private Shell() {}

    /** @param environment beside that of the tests */
    static Running start(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Ended run(Path folder, Duration longest, Map<String, String> environment, List<String> command) {
        return start(folder, environment, command).ended(longest);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
