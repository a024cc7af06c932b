package io.tenantry.token.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.token.federation.ForeignIssuers.Signature;
import io.tenantry.token.key.PresentedJwt;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.Test;

class ForeignIssuersTest {
    private static final int ASKED_AT_ONCE = 64;

    private final CountDownLatch asked = new CountDownLatch(ASKED_AT_ONCE);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final ForeignIssuers issuers = new ForeignIssuers(new SilentIssuers());

    /** They take connections and say nothing. */
    private final class SilentIssuers extends IssuerDocuments {
        SilentIssuers() {
            super(null);
        }

        @Override
        List<JsonWebKey> keys(String issuer) throws UnreachableIssuer {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnreachableIssuer("it says nothing");
        }
    }

    @Test
    void whomIssuersKeepWaitingAreSoManyAndNoMore() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(ASKED_AT_ONCE);
        try {
            List<Future<Signature>> waiting = IntStream.range(0, ASKED_AT_ONCE)
                    .mapToObj(i -> callers.submit(() -> issuers.verify(tokenOf("https://" + i + ".example"))))
                    .toList();
            assertTrue(asked.await(10, TimeUnit.SECONDS));
            assertTrue(waiting.stream().noneMatch(Future::isDone));
            // on this thread, which nothing would wake
            assertEquals(Signature.UNKNOWN, issuers.verify(tokenOf("https://another.example")));
            answer.countDown();
            for (Future<Signature> each : waiting) {
                assertEquals(Signature.UNKNOWN, each.get(10, TimeUnit.SECONDS));
            }
        } finally {
            answer.countDown();
            callers.shutdownNow();
        }
    }

    private static PresentedJwt tokenOf(String issuer) {
        return PresentedJwt.of(
                        encoded("{\"alg\": \"RS256\"}") + "." + encoded("{\"iss\": \"" + issuer + "\"}") + ".c2ln")
                .orElseThrow();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
