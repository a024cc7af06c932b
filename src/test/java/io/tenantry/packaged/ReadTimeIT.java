package io.tenantry.packaged;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller whose queries take longer than they may gets Graph's own error, and callers of other tenants do not wait for him. */
class ReadTimeIT {
    private static final int COSTLY = 40;
    private static final Duration PROMPT = Duration.ofSeconds(2);
    private static final String SCENARIO =
            """
            tenants:
              - id: 1a26e000-5eed-4a11-8d00-00000000a11d
                alias: large
                displayName: Large
                initialDomain: large.onmicrosoft.example
                generate: {users: 40000, groups: 0, seed: 1}
              - id: 53a11000-5eed-4a11-8d00-00000000a11d
                alias: small
                displayName: Small
                initialDomain: small.onmicrosoft.example
                generate: {users: 10, groups: 0, seed: 1}
            """;

    /** No index helps it, and it compares each user often. */
    private static String costly() {
        String filter = IntStream.range(0, 400)
                .mapToObj(i -> "streetAddress eq 'Nowhere " + i + "'")
                .collect(Collectors.joining(" or "));
        return "/v1.0/users?$count=true&$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }

    @Test
    void costlyQueriesEndAndKeepNobodyElseWaiting(@TempDir Path folder) throws Exception {
        Path scenario = Files.writeString(folder.resolve("two.yaml"), SCENARIO);
        ExecutorService callers = Executors.newFixedThreadPool(COSTLY);
        try (PackagedServer server = PackagedServer.start(
                folder.resolve("data"), "tenantry.scenario=" + scenario, "tenantry.read-time=3S")) {
            Http large = server.tenant("large");
            Http small = server.tenant("small");
            small.get("/v1.0/users").expect(200);
            List<Future<Answer>> asked = IntStream.range(0, COSTLY)
                    .mapToObj(i -> callers.submit(() -> RawRequest.to(server, "GET", costly())
                            .header("Authorization", "Bearer " + large.token())
                            .header("ConsistencyLevel", "eventual")
                            .send()))
                    .toList();
            while (!asked.stream().allMatch(Future::isDone)) {
                answersPromptly(server, small);
            }
            int stopped = 0;
            for (Future<Answer> each : asked) {
                stopped += isStopped(each.get()) ? 1 : 0;
            }
            assertTrue(stopped > 0);
            large.get("/v1.0/users?$top=1").expect(200);
            assertFalse(server.log().contains(" ERROR "), server::log);
        } finally {
            callers.shutdownNow();
        }
    }

    private static void answersPromptly(PackagedServer server, Http small) throws IOException {
        long start = System.nanoTime();
        small.get("/v1.0/users").expect(200);
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(waited.compareTo(server.patience(PROMPT)) < 0, () -> "another tenant waited for " + waited);
    }

    /** Whether it is; those that came first may have had time enough. */
    private static boolean isStopped(Answer answer) {
        if (answer.status() == 200) {
            return false;
        }
        String body = answer.expect(504).body();
        assertTrue(body.contains("{\"error\":{\"code\":\"UnknownError\",\"message\":\"\""), body);
        return true;
    }
}
