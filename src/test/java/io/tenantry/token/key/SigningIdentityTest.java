package io.tenantry.token.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.store.failure.StoreException;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class SigningIdentityTest {
    private static final SigningIdentity MADE = SigningIdentity.create();
    private static final SigningIdentity OTHER = SigningIdentity.create();

    @Test
    void theCertificateIsSignedByItsOwnKey() throws Exception {
        MADE.certificate().verify(MADE.publicKey());
        assertEquals(
                "CN=accounts.accesscontrol.windows.net",
                MADE.certificate().getSubjectX500Principal().getName());
        assertEquals(2048, MADE.publicKey().getModulus().bitLength());
    }

    @Test
    void theThumbprintIsTheSha1OfTheCertificate() throws Exception {
        byte[] sha1 =
                MessageDigest.getInstance("SHA-1").digest(MADE.certificate().getEncoded());
        assertEquals(Base64.getUrlEncoder().withoutPadding().encodeToString(sha1), MADE.thumbprint());
    }

    @Test
    void whatIsKeptAsTextIsTheSameIdentity() {
        SigningIdentity again = SigningIdentity.parse(MADE.text());

        assertEquals(MADE, again);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%% %%%", "AAAA", "AAAA AAAA", "HALF", "ANOTHER CERTIFICATE", "NO CERTIFICATE"})
    void aDamagedTextIsNamed(String damaged) {
        String[] whole = MADE.text().split(" ");
        String text =
                switch (damaged) {
                    case "HALF" -> whole[0].substring(0, 400) + " " + whole[1];
                    case "ANOTHER CERTIFICATE" -> whole[0] + " " + OTHER.certificateText();
                    case "NO CERTIFICATE" -> whole[0];
                    default -> damaged;
                };

        StoreException refused = assertThrows(StoreException.class, () -> SigningIdentity.parse(text));

        assertTrue(refused.getMessage().startsWith("the signing key in the store"), refused.getMessage());
    }
}
