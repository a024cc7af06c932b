package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.family.Answer;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * {@code addTokenSigningCertificate}: a certificate with which tokens for a service principal could be signed. Three credentials of one
 * {@code customKeyIdentifier} come of it: the key to sign, the certificate to verify, and the password of the first.
 */
@ApplicationScoped
public class TokenSigningCertificates implements Family {
    private static final int YEARS = 3;

    private final Certificates certificates;

    TokenSigningCertificates(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public void register(GraphRegistry graph) {
        graph.operation("servicePrincipal", "addTokenSigningCertificate", this::add);
    }

    private Answer add(GraphCall call, Entity principal, ObjectNode body) {
        String name = body.path("displayName").asText("");
        X500Principal subject = subject(name);
        Instant start = call.now().truncatedTo(ChronoUnit.SECONDS);
        Instant end = end(body.path("endDateTime").asText(""), start);
        ObjectNode before = principal.properties().deepCopy();
        byte[] der = certificates.selfSigned(subject, start, end);
        String thumbprint = WrittenKey.thumbprint(der);
        ObjectNode shown = Json.object()
                .put(
                        "customKeyIdentifier",
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(thumbprint)))
                .put("displayName", name)
                .put("endDateTime", Json.instant(end))
                .putNull("key")
                .put("keyId", Ids.random())
                .put("startDateTime", Json.instant(start));
        keep(call, principal, shown, der);
        DirectoryObjects.update(call, principal);
        PasswordCredentials.record(call, before, principal);
        return Answer.value(
                "microsoft.graph.selfSignedCertificate",
                verify(shown)
                        .put("key", Base64.getEncoder().encodeToString(der))
                        .put("thumbprint", thumbprint));
    }

    private static void keep(GraphCall call, Entity principal, ObjectNode shown, byte[] der) {
        ObjectNode sign = shown.deepCopy()
                .put("keyId", Ids.random())
                .put("type", WrittenKey.CERTIFICATE_AND_PASSWORD)
                .put("usage", WrittenKey.SIGN);
        KeyCredentials.add(call, principal, new WrittenKey(sign, Optional.empty()));
        KeyCredentials.add(call, principal, new WrittenKey(verify(shown), Optional.of(der)));
        principal.array("passwordCredentials").add(PasswordCredentials.ofKey(sign));
    }

    private static ObjectNode verify(ObjectNode shown) {
        return shown.deepCopy().put("type", WrittenKey.CERTIFICATE).put("usage", WrittenKey.VERIFY);
    }

    private static X500Principal subject(String name) {
        try {
            if (name.startsWith("CN=") && name.length() > "CN=".length()) {
                return new X500Principal(name);
            }
        } catch (IllegalArgumentException e) {
            throw DirectoryErrors.invalidValue("displayName", "SelfSignedCertificate");
        }
        throw DirectoryErrors.invalidValue("displayName", "SelfSignedCertificate");
    }

    private static Instant end(String asked, Instant start) {
        Instant last = start.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
        Instant end = asked.isEmpty() ? last : OffsetDateTime.parse(asked).toInstant();
        if (!end.isAfter(start) || end.isAfter(last)) {
            throw ApplicationErrors.credentialDate("end");
        }
        return end;
    }
}
