package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * A key credential that a client has written, checked against the certificate in it (keycredential).
 *
 * @param shown as the owner's document holds it, without the key
 * @param certificate DER, empty for a key that comes with its private half, which nobody needs here
 */
record WrittenKey(ObjectNode shown, Optional<byte[]> certificate) {
    static final String VERIFY = "Verify";
    static final String SIGN = "Sign";
    static final String CERTIFICATE = "AsymmetricX509Cert";
    static final String CERTIFICATE_AND_PASSWORD = "X509CertAndPassword";

    /** What each type is for. */
    private static final Map<String, String> USAGES = Map.of(CERTIFICATE, VERIFY, CERTIFICATE_AND_PASSWORD, SIGN);

    static WrittenKey of(JsonNode wanted) {
        checkUse(wanted.path("usage").asText(""), wanted.path("type").asText(""));
        byte[] key = key(wanted);
        return wanted.get("usage").asText().equals(SIGN) ? withPrivateKey(wanted) : of(wanted, certificate(key));
    }

    private static void checkUse(String usage, String type) {
        if (!USAGES.containsValue(usage)) {
            throw ApplicationErrors.credentialValue("usage", "Sign, Verify");
        }
        if (!USAGES.containsKey(type)) {
            throw ApplicationErrors.credentialValue("type", "AsymmetricX509Cert, X509CertAndPassword");
        }
        if (!USAGES.get(type).equals(usage)) {
            throw ApplicationErrors.credentialValue("usage", USAGES.get(type));
        }
    }

    private static WrittenKey of(JsonNode wanted, X509Certificate certificate) {
        Instant first = certificate.getNotBefore().toInstant();
        Instant last = certificate.getNotAfter().toInstant();
        Instant start = moment(wanted, "startDateTime", first);
        Instant end = moment(wanted, "endDateTime", last);
        if (start.isBefore(first) || start.isAfter(last)) {
            throw ApplicationErrors.credentialDate("start");
        }
        if (end.isAfter(last) || !end.isAfter(start)) {
            throw ApplicationErrors.credentialDate("end");
        }
        byte[] der = der(certificate);
        ObjectNode shown = Json.object()
                .put("customKeyIdentifier", wanted.path("customKeyIdentifier").asText(thumbprint(der)))
                .put(
                        "displayName",
                        wanted.path("displayName")
                                .asText(certificate.getSubjectX500Principal().getName()));
        return new WrittenKey(complete(shown, wanted, start, end), Optional.of(der));
    }

    private static WrittenKey withPrivateKey(JsonNode wanted) {
        Instant start = moment(wanted, "startDateTime", null);
        Instant end = moment(wanted, "endDateTime", null);
        if (start == null || end == null || !end.isAfter(start)) {
            throw ApplicationErrors.credentialDate(start == null ? "start" : "end");
        }
        ObjectNode shown = Json.object()
                .put("customKeyIdentifier", wanted.path("customKeyIdentifier").textValue())
                .put("displayName", wanted.path("displayName").textValue());
        return new WrittenKey(complete(shown, wanted, start, end), Optional.empty());
    }

    private static ObjectNode complete(ObjectNode shown, JsonNode wanted, Instant start, Instant end) {
        return shown.put("endDateTime", Json.instant(end))
                .putNull("key")
                .put("keyId", Ids.canonical(wanted.path("keyId").asText(Ids.random())))
                .put("startDateTime", Json.instant(start))
                .put("type", wanted.get("type").asText())
                .put("usage", wanted.get("usage").asText());
    }

    private static byte[] key(JsonNode wanted) {
        if (wanted.path("key").asText("").isEmpty()) {
            throw DirectoryErrors.valueRequired("key", "KeyCredential");
        }
        try {
            return Base64.getDecoder()
                    .decode(wanted.get("key").asText().replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            throw DirectoryErrors.invalidValue("key", "KeyCredential");
        }
    }

    private static X509Certificate certificate(byte[] key) {
        try {
            return StoredCertificates.read(key);
        } catch (CertificateException e) {
            throw DirectoryErrors.invalidValue("key", "KeyCredential");
        }
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw DirectoryErrors.invalidValue("key", "KeyCredential");
        }
    }

    static String thumbprint(byte[] der) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant moment(JsonNode wanted, String name, Instant otherwise) {
        String text = wanted.path(name).asText("");
        return text.isEmpty() ? otherwise : OffsetDateTime.parse(text).toInstant();
    }
}
