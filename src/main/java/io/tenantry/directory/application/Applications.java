package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.ObjectAudit;
import io.tenantry.directory.object.Required;
import io.tenantry.directory.object.Uniqueness;
import io.tenantry.directory.role.MemberRights;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.family.ValueLengths;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.format.Merge;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;

/** Applications (synchronization-api.md §4); deleting one takes its service principal along. */
@ApplicationScoped
public class Applications implements Family {
    private static final String CATEGORY = "ApplicationManagement";

    private final PasswordCredentials passwords;
    private final KeyCredentials keys;
    private final ServicePrincipals servicePrincipals;

    Applications(PasswordCredentials passwords, KeyCredentials keys, ServicePrincipals servicePrincipals) {
        this.passwords = passwords;
        this.keys = keys;
        this.servicePrincipals = servicePrincipals;
    }

    @Override
    public void register(GraphRegistry graph) {
        graph.create("/applications", this::create);
        graph.update("/applications/{}", this::update);
        graph.delete("/applications/{}", this::delete);
        graph.addReference("/applications/{}/owners/$ref", Owners::add);
        graph.removeReference("/applications/{}/owners/$ref", Owners::remove);
    }

    private Entity create(GraphCall call, ObjectNode body) {
        MemberRights.requireToCreateApplications(call);
        if (Required.missing(body, "displayName")) {
            throw DirectoryErrors.valueRequired("displayName", "Application");
        }
        Session session = call.session();
        Entity application = Entity.of("application", Ids.random());
        ObjectNode plain = body.deepCopy();
        JsonNode credentials = plain.remove("passwordCredentials");
        JsonNode written = plain.remove("keyCredentials");
        Merge.into(application.properties(), plain);
        keys.keep(call, application, written);
        application.set("appId", Ids.random()).set("createdDateTime", call.now());
        ApplicationDefaults.complete(application, call.tenant().initialDomain());
        check(session, Json.object(), application);
        ArrayNode shown = Json.array();
        if (credentials != null) {
            credentials.forEach(wanted -> shown.add(passwords.add(call, application, wanted)));
        }
        DirectoryObjects.create(call, application);
        Owners.bind(call, application, body);
        Owners.addCaller(call, application);
        AuditLog.record(call, ObjectAudit.added("Add application", CATEGORY, application));
        return shown.isEmpty() ? application : application.copy().set("passwordCredentials", shown);
    }

    private void update(GraphCall call, Entity application, ObjectNode body) {
        ObjectNode before = application.properties().deepCopy();
        ObjectNode plain = body.deepCopy();
        JsonNode credentials = plain.remove("passwordCredentials");
        JsonNode written = plain.remove("keyCredentials");
        Merge.into(application.properties(), plain);
        keys.keep(call, application, written);
        passwords.keep(call, application, credentials);
        ApplicationDefaults.complete(application, call.tenant().initialDomain());
        check(call.session(), before, application);
        DirectoryObjects.update(call, application);
        servicePrincipals.follow(call.session(), application);
        AuditLog.record(call, ObjectAudit.updated("Update application", CATEGORY, before, application));
    }

    private static void check(Session session, ObjectNode before, Entity application) {
        String displayName = application.text("displayName");
        if (displayName == null
                || displayName.isEmpty()
                || displayName.length() > ValueLengths.of("application", "displayName")) {
            throw DirectoryErrors.invalidValue("displayName", "Application");
        }
        ApplicationValues.check(application.properties());
        AppPermissions.check(before, application.properties());
        IdentifierUris.check(session, before, application);
        Uniqueness.requireFree(session, application, "uniqueName");
    }

    /** Soft, and so for the service principal; restoring the one does not restore the other (directory.md §9). */
    public void delete(GraphCall call, Entity application) {
        AuditEvent event = ObjectAudit.plain("Delete application", CATEGORY, "Delete", application);
        call.session()
                .findBy("servicePrincipal", "appId", application.text("appId"))
                .ifPresent(principal -> servicePrincipals.delete(call, principal));
        DirectoryObjects.softDelete(call, application);
        AuditLog.record(call, event);
    }
}
