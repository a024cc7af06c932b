package io.tenantry.directory.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.ExtensionValues;
import io.tenantry.directory.object.MailAddresses;
import io.tenantry.directory.object.ObjectAudit;
import io.tenantry.directory.object.Required;
import io.tenantry.directory.object.Uniqueness;
import io.tenantry.directory.organization.Domains;
import io.tenantry.directory.reference.BoundReferences;
import io.tenantry.family.GraphCall;
import io.tenantry.family.ObjectReference;
import io.tenantry.format.Ids;
import io.tenantry.format.Merge;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** {@code POST /users}, with its checks in the order of directory.md §4.1. */
final class UserCreation {
    private static final List<String> REQUIRED =
            List.of("accountEnabled", "displayName", "mailNickname", "userPrincipalName");
    private static final Set<String> OF_THEIR_OWN = Set.of("passwordProfile", "mail", "identities");

    private UserCreation() {}

    static Entity create(GraphCall call, ObjectNode body) {
        Session session = call.session();
        UserWriteScope.requireToCreate(call, body);
        ExtensionValues.check(session, body, "User");
        requireProperties(body);
        UserValues.check(body);
        UserPrincipalName name = UserPrincipalName.parse(
                        body.get("userPrincipalName").asText())
                .orElseThrow(DirectoryErrors::invalidUserPrincipalName);
        checkDomain(session, name.domain(), body);
        checkPassword(body, name.localPart());
        Entity user = build(session, body, call.now());
        Uniqueness.requireFreeName(session, name.toString(), user.id());
        Uniqueness.requireFreeAddresses(session, user);
        Identities.check(session, body.get("identities"), user.id());
        Uniqueness.guarded(() -> DirectoryObjects.create(call, user));
        relate(call, user, body);
        AuditLog.record(call, ObjectAudit.added("Add user", "UserManagement", user));
        return user;
    }

    /** E4 in the documented order, then E5. */
    private static void requireProperties(ObjectNode body) {
        for (String property : REQUIRED) {
            if (Required.missing(body, property)) {
                throw DirectoryErrors.valueRequired(property, "User");
            }
        }
        if (password(body) == null
                && !Identities.onlyFederated(body.get("identities"))
                && !body.hasNonNull("onPremisesImmutableId")) {
            throw DirectoryErrors.passwordRequired();
        }
    }

    private static void checkDomain(Session session, String domain, ObjectNode body) {
        boolean federated =
                "Federated".equals(Domains.requireVerified(session, domain).text("authenticationType"));
        if (federated && !body.hasNonNull("onPremisesImmutableId")) {
            throw DirectoryErrors.invalidValues();
        }
        if (!federated && password(body) == null && !Identities.onlyFederated(body.get("identities"))) {
            throw DirectoryErrors.passwordRequired();
        }
    }

    private static void checkPassword(ObjectNode body, String localPart) {
        String password = password(body);
        String policies = body.path("passwordPolicies").asText("");
        if (password != null && !PasswordRule.allows(password, localPart, policies)) {
            throw DirectoryErrors.weakPassword();
        }
    }

    static String password(ObjectNode body) {
        JsonNode password = body.path("passwordProfile").path("password");
        return password.isTextual() && !password.asText().isEmpty() ? password.asText() : null;
    }

    private static Entity build(Session session, ObjectNode body, Instant now) {
        Entity user = Entity.of("user", Ids.random());
        ObjectNode plain = body.deepCopy();
        plain.remove(OF_THEIR_OWN);
        Merge.into(user.properties(), plain);
        UserDefaults.complete(user, now);
        if (body.hasNonNull("mail")) {
            MailAddresses.setMail(user, body.get("mail").asText());
        }
        Identities.set(user, body.get("identities"), session.tenant().initialDomain());
        UserPasswords.set(user, body.get("passwordProfile"), now);
        return user;
    }

    private static void relate(GraphCall call, Entity user, ObjectNode body) {
        BoundReferences.in(body, "manager")
                .forEach(url -> UserReferences.setManager(call, user, ObjectReference.find(call.session(), url)));
        UserReferences.addSponsors(call, user, body);
    }
}
