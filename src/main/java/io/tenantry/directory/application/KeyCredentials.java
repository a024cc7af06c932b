package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.MissingParameters;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Certificates of applications and service principals: written with POST and PATCH, or by {@code addKey} and {@code removeKey} of who
 * proves to hold a key already.
 */
@ApplicationScoped
public class KeyCredentials implements Family {
    static final String PROPERTY = "keyCredentials";
    private static final Set<String> WRITERS =
            Set.of("Application.ReadWrite.All", "Directory.ReadWrite.All", "Application.ReadWrite.OwnedBy");

    private final Certificates certificates;

    KeyCredentials(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public void register(GraphRegistry graph) {
        for (String type : List.of("application", "servicePrincipal")) {
            graph.operation(type, "addKey", this::addKey);
            graph.operation(type, "removeKey", this::removeKey);
            graph.view(type, new ShownKeys());
        }
    }

    private Answer addKey(GraphCall call, Entity owner, ObjectNode body) {
        MissingParameters.check("addKey", body, "keyCredential");
        requireRight(call, owner);
        requireProof(call, owner, body);
        WrittenKey key = WrittenKey.of(body.get("keyCredential"));
        requirePassword(key, body);
        ObjectNode before = owner.properties().deepCopy();
        requireNew(owner, key);
        add(call, owner, key);
        DirectoryObjects.update(call, owner);
        PasswordCredentials.record(call, before, owner);
        return Answer.value("microsoft.graph.keyCredential", key.shown().deepCopy());
    }

    private Answer removeKey(GraphCall call, Entity owner, ObjectNode body) {
        MissingParameters.check("removeKey", body, "keyId");
        requireRight(call, owner);
        requireProof(call, owner, body);
        String keyId = Ids.canonical(body.get("keyId").asText());
        if (stored(owner, keyId) == null) {
            throw GraphError.badRequest("No key credential found with keyId.");
        }
        ObjectNode before = owner.properties().deepCopy();
        ArrayNode kept = Json.array();
        owner.array(PROPERTY).forEach(key -> {
            if (!key.path("keyId").asText().equals(keyId)) {
                kept.add(key);
            }
        });
        owner.set(PROPERTY, kept);
        StoredCertificates.forget(call.session(), owner, keyId);
        DirectoryObjects.update(call, owner);
        PasswordCredentials.record(call, before, owner);
        return Answer.noContent();
    }

    /** An application rolls its own keys without any permission. */
    private static void requireRight(GraphCall call, Entity owner) {
        boolean own = call.caller().appId().equalsIgnoreCase(owner.text("appId"));
        if (call.caller().delegated() || own) {
            return;
        }
        if (call.caller().permissions().stream().noneMatch(WRITERS::contains)) {
            throw GraphError.denied();
        }
        Owners.requireOwned(call, owner);
    }

    private void requireProof(GraphCall call, Entity owner, ObjectNode body) {
        if (!body.hasNonNull("proof")) {
            throw GraphError.denied();
        }
        if (!certificates.proves(body.get("proof").asText(), owner.id(), valid(call, owner), call.now())) {
            throw GraphError.of(401, "Authentication_MissingOrMalformed", "Access Token missing or malformed.");
        }
    }

    private static List<X509Certificate> valid(GraphCall call, Entity owner) {
        return VerifyingKey.of(call.session(), owner).stream()
                .filter(key -> key.counts(call.now()))
                .map(VerifyingKey::certificate)
                .toList();
    }

    private static void requirePassword(WrittenKey key, ObjectNode body) {
        boolean signs = key.shown().path("usage").asText().equals(WrittenKey.SIGN);
        if (signs && !body.path("passwordCredential").hasNonNull("secretText")) {
            throw DirectoryErrors.valueRequired("secretText", "PasswordCredential");
        }
    }

    /** What a POST or PATCH makes of the keys: those that it names stay, new ones are checked, others end. */
    void keep(GraphCall call, Entity owner, JsonNode wanted) {
        if (wanted == null) {
            return;
        }
        ArrayNode former = owner.array(PROPERTY).deepCopy();
        owner.set(PROPERTY, Json.array());
        Set<String> named = new HashSet<>();
        for (JsonNode each : wanted) {
            JsonNode there = in(former, each.path("keyId").asText(""));
            if (!each.path("keyId").asText("").isEmpty()
                    && !named.add(each.get("keyId").asText())) {
                throw ApplicationErrors.duplicateValue(PROPERTY);
            }
            if (there == null) {
                add(call, owner, WrittenKey.of(each));
            } else {
                requireUnchanged(call, owner, there, each);
                owner.array(PROPERTY).add(there);
            }
        }
        for (JsonNode before : former) {
            String keyId = before.path("keyId").asText();
            if (!named.contains(keyId)) {
                StoredCertificates.forget(call.session(), owner, keyId);
            }
        }
    }

    private static void requireUnchanged(GraphCall call, Entity owner, JsonNode stored, JsonNode named) {
        String keyId = stored.get("keyId").asText();
        for (String property : List.of("endDateTime", "startDateTime", "type", "usage", "displayName")) {
            if (named.hasNonNull(property) && !named.get(property).equals(stored.get(property))) {
                throw ApplicationErrors.credentialKept(keyId);
            }
        }
        if (named.hasNonNull("key")
                && !named.get("key")
                        .asText()
                        .equals(StoredCertificates.texts(call.session(), owner).get(keyId))) {
            throw ApplicationErrors.credentialKept(keyId);
        }
    }

    private static void requireNew(Entity owner, WrittenKey key) {
        if (stored(owner, key.shown().get("keyId").asText()) != null) {
            throw ApplicationErrors.duplicateValue(PROPERTY);
        }
    }

    /** A credential that has been checked. */
    static void add(GraphCall call, Entity owner, WrittenKey key) {
        owner.array(PROPERTY).add(key.shown());
        key.certificate()
                .ifPresent(der -> StoredCertificates.keep(
                        call.session(), owner, key.shown().get("keyId").asText(), der));
    }

    private static JsonNode stored(Entity owner, String keyId) {
        return in(owner.array(PROPERTY), keyId);
    }

    private static JsonNode in(ArrayNode keys, String keyId) {
        return keys.valueStream()
                .filter(key -> key.path("keyId").asText().equals(keyId))
                .findFirst()
                .orElse(null);
    }

    /** {@code key} is shown on {@code $select} for a single object (keycredential). */
    private static final class ShownKeys implements GraphRegistry.View {
        private static final Set<String> SINGLE = Set.of("/applications/{}", "/servicePrincipals/{}");

        @Override
        public boolean wanted(GraphCall call) {
            return SINGLE.contains(call.template())
                    && call.query()
                            .getOrDefault("select", "")
                            .toLowerCase(Locale.ROOT)
                            .contains("keycredentials");
        }

        @Override
        public void apply(GraphCall call, Entity shown) {
            Map<String, String> texts = StoredCertificates.texts(call.session(), shown);
            shown.array(PROPERTY).forEach(key -> ((ObjectNode) key)
                    .put("key", texts.get(key.path("keyId").asText())));
        }
    }
}
