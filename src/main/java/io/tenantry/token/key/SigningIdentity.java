package io.tenantry.token.key;

import io.tenantry.store.failure.StoreException;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import javax.security.auth.x500.X500Principal;

/**
 * What tokens are signed with: an RSA-2048 key and its self-signed certificate.
 *
 * @param rs256 signs with the key
 * @param thumbprint base64url SHA-1 of the certificate: {@code kid} and {@code x5t} (token-service.md §2.3)
 * @param tokenHeader the encoded header of its tokens
 */
public record SigningIdentity(Rs256 rs256, X509Certificate certificate, String thumbprint, String tokenHeader) {
    /** 1.2.840.113549.1.1.11 */
    private static final byte[] SHA256_WITH_RSA =
            Der.sequence(Der.oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b), Der.nothing());
    /** The subject that certificates of the real service name. */
    private static final X500Principal NAME = new X500Principal("CN=accounts.accesscontrol.windows.net");
    /** As wide as the short form of dates allows: virtual time may stand anywhere. */
    private static final Instant FIRST = Instant.parse("1950-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2049-12-31T23:59:59Z");

    private static final String DAMAGED =
            "the signing key in the store (server value 'token.signing-key') is damaged; without the value a new one is made";

    public static SigningIdentity create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return of(pair.getPrivate(), selfSigned(pair, NAME, FIRST, LAST));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot create RSA keys", e);
        }
    }

    /** From the form of {@link #text()}. */
    static SigningIdentity parse(String text) {
        try {
            String[] parts = text.split(" ", 2);
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts[0])));
            SigningIdentity identity = of(key, Base64.getDecoder().decode(parts[1]));
            if (((RSAKey) key).getModulus().equals(identity.publicKey().getModulus())) {
                return identity;
            }
            throw new StoreException(DAMAGED, null);
        } catch (GeneralSecurityException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new StoreException(DAMAGED, e);
        }
    }

    /** Key and certificate as text, to be kept. */
    String text() {
        Base64.Encoder encoder = Base64.getEncoder();
        return encoder.encodeToString(key().getEncoded()) + " " + certificateText();
    }

    /** The certificate as a JWK holds it. */
    public String certificateText() {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public PrivateKey key() {
        return rs256.key();
    }

    public RSAPublicKey publicKey() {
        return (RSAPublicKey) certificate.getPublicKey();
    }

    private static SigningIdentity of(PrivateKey key, byte[] certificate) throws GeneralSecurityException {
        byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(certificate);
        String thumbprint = Base64.getUrlEncoder().withoutPadding().encodeToString(sha1);
        X509Certificate parsed = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
        return new SigningIdentity(new Rs256(key), parsed, thumbprint, Jws.header(thumbprint));
    }

    /** A certificate of this key for another subject, as DER. */
    byte[] selfSigned(X500Principal subject, Instant from, Instant until) {
        try {
            return selfSigned(new KeyPair(publicKey(), key()), subject, from, until);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign a certificate", e);
        }
    }

    private static byte[] selfSigned(KeyPair pair, X500Principal subject, Instant from, Instant until)
            throws GeneralSecurityException {
        byte[] version3 = Der.tagged(0xa0, Der.integer(BigInteger.TWO));
        byte[] name = subject.getEncoded();
        byte[] content = Der.sequence(
                version3,
                Der.integer(new BigInteger(120, new SecureRandom())),
                SHA256_WITH_RSA,
                name,
                Der.sequence(Der.time(from), Der.time(until)),
                name,
                pair.getPublic().getEncoded());
        return Der.sequence(content, SHA256_WITH_RSA, Der.bits(new Rs256(pair.getPrivate()).sign(content)));
    }
}
