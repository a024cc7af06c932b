package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A key credential that signatures of an application are verified with (keycredential). It counts for as long as the credential says, which
 * may be shorter than its certificate lasts.
 */
public record VerifyingKey(X509Certificate certificate, Instant start, Instant end) {

    /** Those of an application or service principal, those that have run out too. */
    public static List<VerifyingKey> of(Session session, Entity owner) {
        Map<String, X509Certificate> certificates = StoredCertificates.of(session, owner);
        List<VerifyingKey> keys = new ArrayList<>();
        for (JsonNode credential : owner.array(KeyCredentials.PROPERTY)) {
            X509Certificate certificate =
                    certificates.get(credential.path("keyId").asText());
            if (certificate != null && credential.path("usage").asText().equals(WrittenKey.VERIFY)) {
                keys.add(new VerifyingKey(
                        certificate,
                        Instant.parse(credential.path("startDateTime").asText()),
                        Instant.parse(credential.path("endDateTime").asText())));
            }
        }
        return keys;
    }

    public boolean counts(Instant now) {
        return !now.isBefore(start) && now.isBefore(end);
    }
}
