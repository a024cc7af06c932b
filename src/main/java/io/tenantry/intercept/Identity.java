package io.tenantry.intercept;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A key with its certificate.
 *
 * @param chain its certificate, and those that lead from it to the authority
 */
record Identity(PrivateKey key, List<X509Certificate> chain) {
    X509Certificate certificate() {
        return chain.get(0);
    }

    X509Certificate authority() {
        return chain.get(chain.size() - 1);
    }

    boolean endsBefore(Instant moment) {
        return certificate().getNotAfter().toInstant().isBefore(moment);
    }
}
