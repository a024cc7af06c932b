package io.tenantry.token.authentication;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The certificate that a JOSE header says it was signed with. Clients write thumbprints as base64url, as base64, with and without padding,
 * and the Microsoft libraries for .NET as hexadecimal in {@code kid}: what counts are the bytes (token-service.md §4).
 *
 * @param bytes SHA-1 or SHA-256 of the certificate
 */
record NamedCertificate(byte[] bytes) {
    private static final int SHA1_DIGITS = 40;
    private static final int SHA256_DIGITS = 64;

    /** Empty where the header names none. */
    static Optional<NamedCertificate> in(JsonNode header) {
        return Stream.of("x5t#S256", "x5t", "kid")
                .map(header::path)
                .filter(JsonNode::isTextual)
                .map(name -> new NamedCertificate(bytes(name.asText())))
                .findFirst();
    }

    private static byte[] bytes(String text) {
        try {
            return text.length() == SHA1_DIGITS || text.length() == SHA256_DIGITS
                    ? HexFormat.of().parseHex(text)
                    : Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
        } catch (IllegalArgumentException e) {
            return new byte[0]; // a name of the client's own, which is no certificate's
        }
    }

    boolean is(X509Certificate certificate) {
        return Arrays.equals(bytes, digest("SHA-256", certificate))
                || Arrays.equals(bytes, digest("SHA-1", certificate));
    }

    /** As errors show it. */
    String thumbprint() {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static byte[] digest(String algorithm, X509Certificate certificate) {
        try {
            return MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
