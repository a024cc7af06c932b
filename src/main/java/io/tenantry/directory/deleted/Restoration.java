package io.tenantry.directory.deleted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.application.ServicePrincipals;
import io.tenantry.directory.lifecycle.DeletedObjects;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.Uniqueness;
import io.tenantry.directory.organization.Domains;
import io.tenantry.directory.user.Identities;
import io.tenantry.directory.user.UserPrincipalName;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** {@code POST /directory/deletedItems/{id}/restore} (directory.md §9): E11 and E12 unless the parameters resolve them. */
@ApplicationScoped
class Restoration {
    private final ServicePrincipals servicePrincipals;

    Restoration(ServicePrincipals servicePrincipals) {
        this.servicePrincipals = servicePrincipals;
    }

    Answer restore(GraphCall call, Entity object, ObjectNode body) {
        if (object.get("deletedDateTime") == null) {
            throw GraphError.notFound(object.id());
        }
        ObjectNode parameters = body == null ? Json.object() : body;
        Session session = call.session();
        if (object.type().equals("user")) {
            name(session, object, parameters);
        }
        if (object.type().equals("servicePrincipal") || object.type().equals("application")) {
            requireFreeAppId(session, object);
        }
        if (object.type().equals("servicePrincipal") && !servicePrincipals.hasApplication(session, object)) {
            throw GraphError.badRequest("The service principal cannot be restored because the application '"
                    + object.text("appId") + "' that it belongs to is deleted. Restore the application first.");
        }
        reconcile(session, object, parameters.path("autoReconcileProxyConflict").asBoolean());
        Uniqueness.guarded(() -> DirectoryObjects.restore(call, object));
        AuditLog.record(call, DeletedObjects.restored(object));
        return Answer.ok(object, "directoryObjects");
    }

    /** Under the former name, or under a new one that is asked for. */
    private static void name(Session session, Entity user, ObjectNode parameters) {
        String name = DirectoryObjects.nameBeforeDeletion(user);
        if (parameters.hasNonNull("newUserPrincipalName")) {
            name = parameters.get("newUserPrincipalName").asText();
            UserPrincipalName parsed =
                    UserPrincipalName.parse(name).orElseThrow(DirectoryErrors::invalidUserPrincipalName);
            Domains.requireVerified(session, parsed.domain());
        }
        Uniqueness.requireFreeName(session, name, user.id());
        user.set("userPrincipalName", name);
        Identities.set(user, user.get("identities"), session.tenant().initialDomain());
    }

    /** Addresses that somebody else got meanwhile are given up, or stand in the way. */
    private static void reconcile(Session session, Entity object, boolean giveUp) {
        List<String> addresses = object.texts("proxyAddresses");
        List<String> free = addresses.stream()
                .filter(address -> !Uniqueness.taken(session, address, object.id()))
                .toList();
        if (free.size() == addresses.size()) {
            return;
        }
        if (!giveUp) {
            throw DirectoryErrors.proxyAddressTaken();
        }
        object.set("proxyAddresses", free);
    }

    private static void requireFreeAppId(Session session, Entity object) {
        if (session.findBy(object.type(), "appId", object.text("appId")).isPresent()) {
            throw DirectoryErrors.sameKeyValue(DirectoryErrors.CONFLICTING);
        }
    }
}
