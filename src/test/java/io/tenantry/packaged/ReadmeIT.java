package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells people to type works as it stands there. */
class ReadmeIT {
    private static final Pattern BLOCK = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);
    private static final String LIV = "/v1.0/users/liv.aasen_fernholm.example%23EXT%23@gullwick.onmicrosoft.com";

    @TempDir
    Path folder;

    @Test
    void eachBlockOfTheReadmeRunsAndTheWalkThroughEndsWithAProvisionedUser() throws IOException {
        List<String> blocks = blocks();
        assertFalse(blocks.isEmpty(), "the README has no commands");
        try (PackagedServer server = PackagedServer.start(folder.resolve("data"))) {
            Files.createSymbolicLink(
                    folder.resolve("tenantry"), Path.of("tenantry").toAbsolutePath());
            String walkThrough = run(server, blocks.get(0));
            assertTrue(
                    walkThrough
                            .lines()
                            .anyMatch(line -> line.contains("\"userType\":\"Member\"")
                                    && line.contains("liv.aasen_fernholm.example#EXT#@gullwick.onmicrosoft.com")),
                    walkThrough);
            assertEquals(
                    "liv.aasen@fernholm.example",
                    server.tenant("target").get(LIV).expect(200).text("mail"));
            blocks.subList(1, blocks.size()).forEach(block -> run(server, block));
        }
    }

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Ends at the first command that fails, as a careful reader does. */
    private String run(PackagedServer server, String block) {
        Shell.Ended ended = Shell.run(
                folder,
                Duration.ofSeconds(60),
                Map.of("BASE", server.base()),
                List.of("bash", "-eu", "-o", "pipefail", "-c", block));
        assertEquals(0, ended.code(), () -> block + "\n" + ended.out() + ended.err());
        return ended.out();
    }
}
