package io.tenantry.directory.application;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import javax.security.auth.x500.X500Principal;

/** What takes keys: making certificates and checking signatures. The token service does both. */
public interface Certificates {
    /** A certificate of the server's own key for a subject, as DER. */
    byte[] selfSigned(X500Principal subject, Instant from, Instant until);

    /**
     * Whether a JWT shows that who sent it holds the key of one of these certificates: for the directory, issued by {@code issuer}, good
     * now and for ten minutes at most (application-addkey).
     */
    boolean proves(String proof, String issuer, Collection<X509Certificate> certificates, Instant now);
}
