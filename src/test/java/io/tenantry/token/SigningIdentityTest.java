package io.tenantry.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SigningIdentityTest {
    @Test
    void theCertificateIsSignedByItsOwnKey() throws Exception {
        SigningIdentity identity = SigningIdentity.create();

        identity.certificate().verify(identity.publicKey());
        assertEquals(
                "CN=accounts.accesscontrol.windows.net",
                identity.certificate().getSubjectX500Principal().getName());
        assertEquals(2048, identity.publicKey().getModulus().bitLength());
    }

    @Test
    void theThumbprintIsTheSha1OfTheCertificate() throws Exception {
        SigningIdentity identity = SigningIdentity.create();

        byte[] sha1 =
                MessageDigest.getInstance("SHA-1").digest(identity.certificate().getEncoded());
        assertEquals(Base64.getUrlEncoder().withoutPadding().encodeToString(sha1), identity.thumbprint());
    }

    @Test
    void whatIsKeptAsTextIsTheSameIdentity() {
        SigningIdentity identity = SigningIdentity.create();

        SigningIdentity again = SigningIdentity.parse(identity.text());

        assertEquals(identity, again);
    }
}
