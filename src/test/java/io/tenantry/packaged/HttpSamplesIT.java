package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The how-to and the everyday tasks of {@code http-samples/}, played by a real runner. */
class HttpSamplesIT {
    @TempDir
    Path folder;

    @Test
    void everySampleRuns() {
        assumeTrue(onPath("node") && onPath("npm"), "node and npm are not there: the HTTP samples are not played");
        try (PackagedServer server = PackagedServer.start(folder.resolve("data"))) {
            Shell.Ended ended =
                    Shell.run(folder, Duration.ofMinutes(5), Map.of(), List.of("http-samples/run", server.base()));
            assertEquals(0, ended.code(), () -> ended.out() + ended.err());
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }
}
