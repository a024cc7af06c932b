package io.tenantry.token.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.store.StoreException;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%% %%%", "AAAA", "AAAA AAAA", "HALF", "ANOTHER CERTIFICATE", "NO CERTIFICATE"})
    void aDamagedTextIsNamed(String damaged) {
        String[] whole = SigningIdentity.create().text().split(" ");
        String text =
                switch (damaged) {
                    case "HALF" -> whole[0].substring(0, 400) + " " + whole[1];
                    case "ANOTHER CERTIFICATE" ->
                        whole[0] + " " + SigningIdentity.create().certificateText();
                    case "NO CERTIFICATE" -> whole[0];
                    default -> damaged;
                };

        StoreException refused = assertThrows(StoreException.class, () -> SigningIdentity.parse(text));

        assertTrue(refused.getMessage().startsWith("the signing key in the store"), refused.getMessage());
    }
}
