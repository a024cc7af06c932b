package io.tenantry.directory.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.Optional;

/** The identities of a user: always the one of its user principal name, and those that it was given (directory.md §3.3). */
public final class Identities {
    static final String BY_NAME = "userPrincipalName";
    static final String FEDERATED = "federated";
    static final String PHONE = "phoneNumber";

    private static final int LONGEST_ISSUER = 512;

    private Identities() {}

    /** The user principal name that identities in a body ask for. */
    static Optional<String> userPrincipalName(JsonNode identities) {
        return first(identities, BY_NAME).map(identity -> text(identity, "issuerAssignedId"));
    }

    /** Whether these identities let somebody sign in without a password of ours. */
    static boolean onlyFederated(JsonNode identities) {
        if (identities == null || identities.isEmpty()) {
            return false;
        }
        for (JsonNode identity : identities) {
            if (!FEDERATED.equals(text(identity, "signInType"))) {
                return false;
            }
        }
        return true;
    }

    /** Replaces what was given, and keeps the identity of the user principal name in step with the user. */
    public static void set(Entity user, JsonNode given, String initialDomain) {
        ArrayNode identities = Json.array();
        if (given != null) {
            given.forEach(identity -> {
                if (!BY_NAME.equals(text(identity, "signInType"))) {
                    identities.add(identity.deepCopy());
                }
            });
        }
        identities.add(identity(BY_NAME, initialDomain, user.text("userPrincipalName")));
        user.set("identities", identities);
    }

    static ObjectNode identity(String signInType, String issuer, String issuerAssignedId) {
        return Json.object()
                .put("signInType", signInType)
                .put("issuer", issuer)
                .put("issuerAssignedId", issuerAssignedId);
    }

    /** Without the identities of this kind. */
    static void drop(Entity user, String signInType, String initialDomain) {
        ArrayNode left = Json.array();
        for (JsonNode identity : user.array("identities")) {
            if (!signInType.equals(text(identity, "signInType"))) {
                left.add(identity);
            }
        }
        set(user, left, initialDomain);
    }

    /** Form, and that no other user has the same pair of issuer and id. */
    static void check(Session session, JsonNode identities, String self) {
        if (identities == null) {
            return;
        }
        for (JsonNode identity : identities) {
            String issuer = text(identity, "issuer");
            String assigned = text(identity, "issuerAssignedId");
            if (text(identity, "signInType") == null || (issuer != null && issuer.length() > LONGEST_ISSUER)) {
                throw DirectoryErrors.invalidValue("identities", "User");
            }
            if (assigned != null && taken(session, issuer, assigned, self)) {
                throw DirectoryErrors.valueTaken("identities");
            }
        }
    }

    private static boolean taken(Session session, String issuer, String assigned, String self) {
        return session.holding("identities/issuerAssignedId", assigned).stream()
                .filter(other -> !other.id().equals(self))
                .flatMap(other -> other.array("identities").valueStream())
                .anyMatch(identity -> assigned.equalsIgnoreCase(text(identity, "issuerAssignedId"))
                        && String.valueOf(issuer).equalsIgnoreCase(text(identity, "issuer")));
    }

    private static Optional<JsonNode> first(JsonNode identities, String signInType) {
        if (identities == null) {
            return Optional.empty();
        }
        return identities
                .valueStream()
                .filter(identity -> signInType.equals(text(identity, "signInType")))
                .findFirst();
    }

    private static String text(JsonNode identity, String name) {
        JsonNode value = identity.get(name);
        return value == null || value.isNull() ? null : value.asText();
    }
}
