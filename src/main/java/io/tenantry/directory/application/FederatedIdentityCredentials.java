package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.PathOwner;
import io.tenantry.error.GraphError;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.format.Merge;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Which tokens of other issuers an application may sign in with (federatedidentitycredential). They are its children and end with it. */
@ApplicationScoped
public class FederatedIdentityCredentials implements Family {
    private static final String TYPE = "federatedIdentityCredential";
    private static final String PATH = "/applications/{}/federatedIdentityCredentials";
    private static final int MOST = 20;

    @Override
    public void register(GraphRegistry graph) {
        graph.create(PATH, FederatedIdentityCredentials::create);
        graph.update(PATH + "/{}", FederatedIdentityCredentials::update);
        graph.delete(PATH + "/{}", FederatedIdentityCredentials::delete);
        graph.keyed(PATH + "/{}", (call, application, key) -> find(call.session(), application, key));
    }

    /** Those of an application. */
    public static List<Entity> of(Session session, Entity application) {
        return session.children(TYPE, application.id());
    }

    /** By id or by name. */
    private static Optional<Entity> find(Session session, Entity application, String key) {
        return session.findChild(TYPE, application.id(), key).or(() -> of(session, application).stream()
                .filter(credential -> key.equalsIgnoreCase(credential.text("name")))
                .findFirst());
    }

    private static Entity create(GraphCall call, ObjectNode body) {
        Entity application = PathOwner.of(call, "application");
        Entity credential = Entity.childOf(application.id(), TYPE, Ids.random());
        Merge.into(credential.properties(), body);
        FederatedIdentityValues.check(credential.properties());
        List<Entity> others = of(call.session(), application);
        if (others.size() >= MOST) {
            throw ApplicationErrors.federated(
                    "The application already has the maximum of " + MOST + " federated identity credentials.");
        }
        requireFree(credential, others);
        call.session().insert(credential);
        record(call, application, null, credential.properties());
        return credential;
    }

    private static void update(GraphCall call, Entity credential, ObjectNode body) {
        Entity application = owner(call, credential);
        ObjectNode before = credential.properties().deepCopy();
        Merge.into(credential.properties(), body);
        FederatedIdentityValues.check(credential.properties());
        requireFree(
                credential,
                of(call.session(), application).stream()
                        .filter(other -> !other.id().equals(credential.id()))
                        .toList());
        call.session().update(credential);
        record(call, application, before, credential.properties());
    }

    private static void delete(GraphCall call, Entity credential) {
        Entity application = owner(call, credential);
        call.session().remove(credential);
        record(call, application, credential.properties(), null);
    }

    private static Entity owner(GraphCall call, Entity credential) {
        return call.session()
                .find("application", credential.parent())
                .orElseThrow(() -> GraphError.notFound(credential.parent()));
    }

    /** A name stands once for an application, and so does each subject of an issuer. */
    private static void requireFree(Entity credential, List<Entity> others) {
        for (Entity other : others) {
            if (credential.text("name").equalsIgnoreCase(other.text("name"))) {
                throw DirectoryErrors.sameKeyValue(
                        "FederatedIdentityCredential with name " + credential.text("name") + " already exists.");
            }
            String subject = credential.text("subject");
            if (subject != null
                    && subject.equals(other.text("subject"))
                    && credential.text("issuer").equals(other.text("issuer"))) {
                throw ApplicationErrors.federated(
                        "The combination of issuer and subject must be unique for the application."
                                + " Issuer " + credential.text("issuer") + " and Subject: " + subject
                                + " already exist."
                                + " paramName: FederatedIdentityCredential.Subject, paramValue: " + subject
                                + ", objectType: Microsoft.Online.DirectoryServices.Application");
            }
        }
    }

    private static void record(GraphCall call, Entity application, JsonNode before, JsonNode after) {
        AuditLog.record(
                call,
                AuditEvent.of("Update application", "ApplicationManagement", "Update")
                        .target(application)
                        .modified("FederatedIdentityCredentials", text(before), text(after))
                        .modified("Included Updated Properties", null, Json.quoted("FederatedIdentityCredentials")));
    }

    private static String text(JsonNode credential) {
        return Json.write(credential == null ? Json.array() : Json.array().add(credential));
    }
}
