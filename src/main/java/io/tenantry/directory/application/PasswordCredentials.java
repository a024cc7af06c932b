package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.MissingParameters;
import io.tenantry.directory.object.ObjectAudit;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/** {@code addPassword} and {@code removePassword}: the server makes the secret and shows it once. */
@ApplicationScoped
public class PasswordCredentials implements Family {
    private static final int YEARS = 2;
    private static final int SECRET_BYTES = 30;
    private static final int HINT = 3;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ClientSecrets secrets;

    PasswordCredentials(ClientSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public void register(GraphRegistry graph) {
        for (String type : new String[] {"application", "servicePrincipal"}) {
            graph.operation(type, "addPassword", this::addPassword);
            graph.operation(type, "removePassword", this::removePassword);
        }
    }

    private Answer addPassword(GraphCall call, Entity owner, ObjectNode body) {
        JsonNode wanted = body == null ? Json.object() : body.path("passwordCredential");
        ObjectNode before = owner.properties().deepCopy();
        ObjectNode shown = add(call, owner, wanted);
        DirectoryObjects.update(call, owner);
        record(call, before, owner);
        return Answer.value("microsoft.graph.passwordCredential", shown);
    }

    /** Adds a credential to the owner's document; returns it with the secret's text, which is not kept. */
    ObjectNode add(GraphCall call, Entity owner, JsonNode wanted) {
        if (wanted.hasNonNull("secretText")) {
            throw ApplicationErrors.passwordByAction();
        }
        Instant start = instant(wanted, "startDateTime", call.now().truncatedTo(ChronoUnit.MICROS));
        Instant end = instant(
                wanted,
                "endDateTime",
                start.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant());
        if (!end.isAfter(start)) {
            throw GraphError.badRequest("Credential lifetime is invalid: endDateTime must be after startDateTime.");
        }
        String text = text();
        ObjectNode credential = Json.object()
                .putNull("customKeyIdentifier")
                .put("displayName", wanted.path("displayName").asText(null))
                .put("endDateTime", Json.instant(end))
                .put("hint", text.substring(0, HINT))
                .put("keyId", Ids.random())
                .putNull("secretText")
                .put("startDateTime", Json.instant(start));
        owner.array("passwordCredentials").add(credential);
        secrets.keep(
                call.session(),
                owner,
                new ClientSecrets.Secret(credential.get("keyId").asText(), text, start, end));
        return credential.deepCopy().put("secretText", text);
    }

    /** What a PATCH leaves of the credentials: those that it names stay as they are, others end, new ones are not made so. */
    void keep(GraphCall call, Entity owner, JsonNode wanted) {
        if (wanted == null) {
            return;
        }
        ArrayNode kept = Json.array();
        for (JsonNode named : wanted) {
            JsonNode stored = stored(owner, named.path("keyId").asText(""));
            if (stored == null && opensKey(owner, named)) {
                kept.add(ofKey(named));
                continue;
            }
            if (stored == null || named.hasNonNull("secretText")) {
                throw ApplicationErrors.passwordByAction();
            }
            requireUnchanged(stored, named);
            kept.add(stored);
        }
        for (JsonNode before : owner.array("passwordCredentials")) {
            if (kept.valueStream().noneMatch(before::equals)) {
                secrets.forget(call.session(), owner, before.get("keyId").asText());
            }
        }
        owner.set("passwordCredentials", kept);
    }

    /** The password of a key that came with its private half: nobody signs in with it (application-saml-sso-configure-api). */
    private static boolean opensKey(Entity owner, JsonNode named) {
        return owner.array("keyCredentials")
                .valueStream()
                .anyMatch(key -> key.path("usage").asText().equals(WrittenKey.SIGN)
                        && key.path("keyId").equals(named.path("keyId")));
    }

    /** A credential that goes with a key; its text is nowhere kept. */
    static ObjectNode ofKey(JsonNode key) {
        return Json.object()
                .put("customKeyIdentifier", key.path("customKeyIdentifier").textValue())
                .put("displayName", key.path("displayName").textValue())
                .put("endDateTime", key.path("endDateTime").textValue())
                .putNull("hint")
                .put("keyId", key.path("keyId").textValue())
                .putNull("secretText")
                .put("startDateTime", key.path("startDateTime").textValue());
    }

    private static JsonNode stored(Entity owner, String keyId) {
        return owner.array("passwordCredentials")
                .valueStream()
                .filter(credential -> credential.path("keyId").asText().equals(keyId))
                .findFirst()
                .orElse(null);
    }

    private static void requireUnchanged(JsonNode stored, JsonNode named) {
        for (String property : List.of("displayName", "endDateTime", "startDateTime")) {
            if (named.hasNonNull(property) && !named.get(property).equals(stored.get(property))) {
                throw ApplicationErrors.credentialKept(stored.get("keyId").asText());
            }
        }
    }

    private Answer removePassword(GraphCall call, Entity owner, ObjectNode body) {
        MissingParameters.check("removePassword", body, "keyId");
        String keyId = body.get("keyId").asText();
        ObjectNode before = owner.properties().deepCopy();
        ArrayNode kept = Json.array();
        for (JsonNode credential : owner.array("passwordCredentials")) {
            if (!credential.path("keyId").asText().equalsIgnoreCase(keyId)) {
                kept.add(credential);
            }
        }
        if (kept.size() == owner.array("passwordCredentials").size()) {
            throw GraphError.badRequest("No password credential found with keyId.");
        }
        owner.set("passwordCredentials", kept);
        secrets.forget(call.session(), owner, Ids.canonical(keyId));
        DirectoryObjects.update(call, owner);
        record(call, before, owner);
        return Answer.noContent();
    }

    static void record(GraphCall call, ObjectNode before, Entity owner) {
        String what = owner.type().equals("application") ? "application" : "service principal";
        AuditLog.record(
                call,
                ObjectAudit.updated(
                        "Update " + what + " - Certificates and secrets management",
                        "ApplicationManagement",
                        before,
                        owner));
    }

    private static Instant instant(JsonNode credential, String name, Instant otherwise) {
        String text = credential.path(name).asText("");
        return text.isEmpty() ? otherwise : OffsetDateTime.parse(text).toInstant();
    }

    /** 40 characters, as the service makes them. */
    private static String text() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replace('-', '~');
    }
}
