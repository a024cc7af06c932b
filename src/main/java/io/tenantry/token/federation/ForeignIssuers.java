package io.tenantry.token.federation;

import io.tenantry.token.key.PresentedJwt;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;

/**
 * Verifies tokens of issuers elsewhere. Their keys are kept for a while, and asked for anew where a token does not fit them, but not more
 * often than now and then; one thread asks an issuer, the others wait for what it learns.
 */
@Singleton
public class ForeignIssuers {
    private static final Logger LOG = Logger.getLogger(ForeignIssuers.class);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MOST = 200;

    /** What is known of a token's signature. */
    public enum Signature {
        GOOD,
        BAD,
        /** The issuer's keys could not be had. */
        UNKNOWN
    }

    private final IssuerDocuments documents;
    private final Map<String, Keys> issuers = new ConcurrentHashMap<>();

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

    /** The keys of one issuer, in real time: it lives in no other. */
    private final class Keys {
        private final String issuer;
        private List<JsonWebKey> known;
        private long at;

        Keys(String issuer) {
            this.issuer = issuer;
        }

        boolean signed(PresentedJwt token, Duration age) {
            return token.isSignedWithOne(known(age));
        }

        Signature failure() {
            return known(KEPT).isEmpty() ? Signature.UNKNOWN : Signature.BAD;
        }

        private synchronized List<JsonWebKey> known(Duration age) {
            if (known == null || System.nanoTime() - at > age.toNanos()) {
                known = asked();
                at = System.nanoTime();
            }
            return known;
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
