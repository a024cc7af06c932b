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
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller whose queries take longer than they may gets Graph's own error, and callers of other tenants do not wait for him. */
class ReadTimeIT {
    /** Of either more than the server has threads. */
    private static final int COSTLY = 400;

    private static final int SIGN_INS = 400;
    private static final Duration PROMPT = Duration.ofSeconds(1);
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
        ExecutorService callers = Executors.newFixedThreadPool(COSTLY + SIGN_INS);
        try (PackagedServer server = PackagedServer.start(
                folder.resolve("data"), "tenantry.scenario=" + scenario, "tenantry.read-time=3S")) {
            Http large = server.tenant("large");
            Http small = server.tenant("small");
            String somebody = "/v1.0/users/"
                    + small.get("/v1.0/users")
                            .expect(200)
                            .json()
                            .at("/value/0/id")
                            .textValue();
            List<Future<Answer>> asked = all(callers, COSTLY, () -> costly(server, large));
            List<Future<Answer>> signedIn = all(callers, SIGN_INS, () -> signIn(server));
            while (!asked.stream().allMatch(Future::isDone)) {
                answersPromptly(server, small, somebody);
                answersPromptly(server, small, "/v1.0/users");
            }
            int stopped = 0;
            for (Future<Answer> each : asked) {
                stopped += isStopped(each.get()) ? 1 : 0;
            }
            assertTrue(stopped > 0);
            for (Future<Answer> each : signedIn) {
                assertTrue(Set.of(400, 503).contains(each.get().status()), each.get()::toString);
            }
            large.get("/v1.0/users?$top=1").expect(200);
            assertFalse(server.log().contains(" ERROR "), server::log);
        } finally {
            callers.shutdownNow();
        }
    }

    private static List<Future<Answer>> all(ExecutorService callers, int number, Callable<Answer> call) {
        return IntStream.range(0, number).mapToObj(i -> callers.submit(call)).toList();
    }

    private static Answer costly(PackagedServer server, Http caller) throws IOException {
        return RawRequest.to(server, "GET", costly())
                .header("Authorization", "Bearer " + caller.token())
                .header("ConsistencyLevel", "eventual")
                .send();
    }

    /** Of a client that the tenant does not know; it looks. */
    private static Answer signIn(PackagedServer server) throws IOException {
        return server.http()
                .send(
                        "POST",
                        "/large.onmicrosoft.example/oauth2/v2.0/token",
                        ("grant_type=client_credentials&client_id=5eed0001-c11e-4000-8000-000000000009&client_secret=x"
                                        + "&scope=https://graph.microsoft.com/.default")
                                .getBytes(StandardCharsets.UTF_8),
                        "application/x-www-form-urlencoded");
    }

    private static void answersPromptly(PackagedServer server, Http small, String path) throws IOException {
        long start = System.nanoTime();
        small.get(path).expect(200);
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(waited.compareTo(server.patience(PROMPT)) < 0, () -> "another tenant waited for " + waited);
    }

    /** Whether it is; those that came first may have had time enough, and where too many wait already one is sent away at once. */
    private static boolean isStopped(Answer answer) {
        if (answer.status() == 200) {
            return false;
        }
        if (answer.status() == 503) {
            assertTrue(answer.body().contains("Retry-After: "), answer::toString);
            return false;
        }
        String body = answer.expect(504).body();
        assertTrue(body.contains("{\"error\":{\"code\":\"UnknownError\",\"message\":\"\""), body);
        return true;
    }
}
