package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.ObjectAudit;
import io.tenantry.directory.object.Required;
import io.tenantry.error.GraphError;
import io.tenantry.family.CollectionSource;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Merge;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.world.ServicePrincipalDeleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Locale;

/** Service principals: what an application is in a tenant (synchronization-api.md §4). */
@ApplicationScoped
public class ServicePrincipals implements Family {
    private static final String TYPE = "servicePrincipal";
    private static final String CATEGORY = "ApplicationManagement";

    private final Event<ServicePrincipalDeleted> deleted;
    private final OfferedApplications offered;
    private final PasswordCredentials passwords;
    private final KeyCredentials keys;

    ServicePrincipals(
            Event<ServicePrincipalDeleted> deleted,
            OfferedApplications offered,
            PasswordCredentials passwords,
            KeyCredentials keys) {
        this.deleted = deleted;
        this.offered = offered;
        this.passwords = passwords;
        this.keys = keys;
    }

    @Override
    public void register(GraphRegistry graph) {
        graph.create("/servicePrincipals", this::create);
        graph.update("/servicePrincipals/{}", this::update);
        graph.delete("/servicePrincipals/{}", this::delete);
        graph.addReference("/servicePrincipals/{}/owners/$ref", Owners::add);
        graph.removeReference("/servicePrincipals/{}/owners/$ref", Owners::remove);
        graph.source(
                "/servicePrincipals/{}/oauth2PermissionGrants",
                (call, principal) -> new CollectionSource.Having("oAuth2PermissionGrant", "clientId", principal.id()));
    }

    private Entity create(GraphCall call, ObjectNode body) {
        if (Required.missing(body, "appId")) {
            throw DirectoryErrors.valueRequired("appId", "ServicePrincipal");
        }
        Session session = call.session();
        String appId = body.get("appId").asText().toLowerCase(Locale.ROOT);
        if (session.findBy(TYPE, "appId", appId).isPresent()) {
            throw DirectoryErrors.sameKeyValue(
                    "The service principal cannot be created, updated, or restored because the"
                            + " service principal name " + appId + " is already in use.");
        }
        session.findBy("application", "appId", appId)
                .ifPresentOrElse(application -> Owners.requireOwned(call, application), () -> Owners.requireAll(call));
        Entity principal = offered.find(session, appId)
                .map(OfferedApplications.Offer::servicePrincipal)
                .orElseThrow(() -> GraphError.badRequest("The appId '" + appId
                        + "' of the service principal does not reference a valid application object."))
                .set("createdDateTime", call.now());
        ObjectNode plain = body.deepCopy();
        plain.remove("appId");
        apply(call, principal, plain);
        DirectoryObjects.create(call, principal);
        Owners.bind(call, principal, body);
        Owners.addCaller(call, principal);
        AuditLog.record(call, ObjectAudit.added("Add service principal", CATEGORY, principal));
        return principal;
    }

    /** Whether there still is what a service principal is of. */
    public boolean hasApplication(Session session, Entity principal) {
        return offered.find(session, principal.text("appId")).isPresent();
    }

    private void update(GraphCall call, Entity principal, ObjectNode body) {
        ObjectNode before = principal.properties().deepCopy();
        apply(call, principal, body.deepCopy());
        if (principal.text("displayName") == null) {
            throw DirectoryErrors.invalidValue("displayName", "ServicePrincipal");
        }
        DirectoryObjects.update(call, principal);
        AuditLog.record(call, ObjectAudit.updated("Update service principal", CATEGORY, before, principal));
    }

    /** Roles and scopes are the application's, secrets are made by actions. */
    private void apply(GraphCall call, Entity principal, ObjectNode body) {
        for (String property : List.of("appRoles", "oauth2PermissionScopes")) {
            JsonNode permissions = body.remove(property);
            if (permissions != null && !AppPermissions.same(principal.array(property), permissions)) {
                throw ApplicationErrors.ofApplication(property);
            }
        }
        JsonNode credentials = body.remove("passwordCredentials");
        JsonNode written = body.remove("keyCredentials");
        Merge.into(principal.properties(), body);
        keys.keep(call, principal, written);
        passwords.keep(call, principal, credentials);
        ApplicationValues.checkPrincipal(principal.properties());
    }

    /** Soft; what was configured on it ends with it. */
    public void delete(GraphCall call, Entity principal) {
        AuditEvent event = ObjectAudit.plain("Remove service principal", CATEGORY, "Delete", principal);
        DirectoryObjects.softDelete(call, principal);
        deleted.fire(new ServicePrincipalDeleted(call.session(), principal.id()));
        AuditLog.record(call, event);
    }

    /** What a service principal repeats of its application follows it. */
    void follow(Session session, Entity application) {
        session.findBy(TYPE, "appId", application.text("appId")).ifPresent(principal -> {
            ObjectNode before = principal.properties().deepCopy();
            ServicePrincipalObjects.repeat(application, principal);
            if (!before.equals(principal.properties())) {
                DirectoryObjects.update(session, principal);
            }
        });
    }
}
