package io.tenantry.token.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class Rs256Test {
    private static final byte[] TEXT = "header.claims".getBytes(StandardCharsets.US_ASCII);

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void bothLibrariesMakeTheSameSignature() throws Exception {
        Rs256 rs256 = new Rs256(TestKeys.MINE.key());
        byte[] first = rs256.sign(TEXT);
        assertTrue(rs256.load());
        assertArrayEquals(first, rs256.sign(TEXT));
    }

    @Test
    void theCertificateVerifiesIt() throws Exception {
        Signature verification = Signature.getInstance("SHA256withRSA");
        verification.initVerify(TestKeys.MINE.publicKey());
        verification.update(TEXT);
        assertTrue(verification.verify(TestKeys.MINE.rs256().sign(TEXT)));
    }
}
