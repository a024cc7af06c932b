package io.tenantry.token.federation;

import io.tenantry.token.key.PresentedJwt;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;

/**
 * Verifies tokens of issuers elsewhere. Their keys are kept for a while, and asked for anew where a token does not fit them, but not more
 * often than now and then; one thread asks an issuer, the others wait for what it learns. Only so many do: an issuer that says nothing
 * holds some of the threads, and leaves the others to whoever asks for something else.
 */
@Singleton
public class ForeignIssuers {
    private static final Logger LOG = Logger.getLogger(ForeignIssuers.class);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MOST = 200;
    /** A third of the threads that there are at least. */
    private static final int MOST_WAITING = 64;

    /** What is known of a token's signature. */
    public enum Signature {
        GOOD,
        BAD,
        /** The issuer's keys could not be had. */
        UNKNOWN
    }

    private final IssuerDocuments documents;
    private final Map<String, Keys> issuers = new ConcurrentHashMap<>();
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    ForeignIssuers(IssuerDocuments documents) {
        this.documents = documents;
    }

    /** Waits for the issuer for some seconds at most; not within a transaction, not on an event loop. */
    public Signature verify(PresentedJwt token) {
        if (issuers.size() >= MOST) {
            issuers.clear();
        }
        Keys keys = issuers.computeIfAbsent(token.claim("iss"), Keys::new);
        return keys.signed(token, KEPT) ? Signature.GOOD : keys.signed(token, PAUSE) ? Signature.GOOD : keys.failure();
    }

    /** @param at empty as long as nobody has asked */
    private record Known(List<JsonWebKey> keys, OptionalLong at) {
        boolean isYoung(Duration age) {
            return at.isPresent() && System.nanoTime() - at.getAsLong() <= age.toNanos();
        }
    }

    /** The keys of one issuer, in real time: it lives in no other. */
    private final class Keys {
        private final String issuer;
        private volatile Known latest = new Known(List.of(), OptionalLong.empty());

        Keys(String issuer) {
            this.issuer = issuer;
        }

        boolean signed(PresentedJwt token, Duration age) {
            return token.isSignedWithOne(known(age));
        }

        Signature failure() {
            return known(KEPT).isEmpty() ? Signature.UNKNOWN : Signature.BAD;
        }

        /** What was known before where too many wait already. */
        private List<JsonWebKey> known(Duration age) {
            if (!latest.isYoung(age) && waiting.tryAcquire()) {
                try {
                    ask(age);
                } finally {
                    waiting.release();
                }
            }
            return latest.keys;
        }

        private synchronized void ask(Duration age) {
            if (!latest.isYoung(age)) {
                latest = new Known(asked(), OptionalLong.of(System.nanoTime()));
            }
        }

        private List<JsonWebKey> asked() {
            try {
                return documents.keys(issuer);
            } catch (UnreachableIssuer e) {
                LOG.warnf("The keys of the issuer %s cannot be had: %s", issuer, e.getMessage());
                return List.of();
            }
        }
    }
}
