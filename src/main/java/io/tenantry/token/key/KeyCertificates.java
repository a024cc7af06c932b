package io.tenantry.token.key;

import io.tenantry.directory.application.Certificates;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import javax.security.auth.x500.X500Principal;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Certificates of the signing key, and proofs that are signed with keys of applications (application-rollkey-prooftoken). */
@ApplicationScoped
class KeyCertificates implements Certificates {
    private static final String DIRECTORY = "00000002-0000-0000-c000-000000000000";
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final SigningKey key;

    KeyCertificates(SigningKey key) {
        this.key = key;
    }

    @Override
    public byte[] selfSigned(X500Principal subject, Instant from, Instant until) {
        return key.identity().selfSigned(subject, from, until);
    }

    @Override
    public boolean proves(String proof, String issuer, Collection<X509Certificate> certificates, Instant now) {
        return certificates.stream().anyMatch(certificate -> proves(proof, issuer, certificate, now));
    }

    private static boolean proves(String proof, String issuer, X509Certificate certificate, Instant now) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(Jws.ANY_ASYMMETRIC)
                    .setVerificationKey(certificate.getPublicKey())
                    .setExpectedAudience(DIRECTORY)
                    .setExpectedIssuer(issuer)
                    .setRequireExpirationTime()
                    .setRequireNotBefore()
                    .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
                    .setAllowedClockSkewInSeconds((int) SKEW.toSeconds())
                    .build()
                    .processToClaims(proof);
            long life = claims.getExpirationTime().getValue()
                    - claims.getNotBefore().getValue();
            return life <= LONGEST.toSeconds();
        } catch (InvalidJwtException | MalformedClaimException e) {
            // signed with another key, for another purpose, or no JWT: it proves nothing
            return false;
        }
    }
}
