package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.Actor;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.KeyBytes;
import io.tenantry.directory.object.Required;
import io.tenantry.error.GraphError;
import io.tenantry.family.CollectionSource;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Change;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.failure.UniqueViolation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Delegated permissions that were consented to (directory.md §15). */
@ApplicationScoped
public class PermissionGrants implements Family {
    static final String TYPE = "oAuth2PermissionGrant";
    private static final String FOR_ALL = "AllPrincipals";
    private static final String FOR_ONE = "Principal";

    @Override
    public void register(GraphRegistry graph) {
        graph.create("/oauth2PermissionGrants", PermissionGrants::create);
        graph.update("/oauth2PermissionGrants/{}", PermissionGrants::update);
        graph.delete("/oauth2PermissionGrants/{}", PermissionGrants::delete);
        graph.missing("/oauth2PermissionGrants/{}", (method, key) -> missing(key));
        graph.source(
                "/users/{}/oauth2PermissionGrants",
                (call, user) -> new CollectionSource.Having(TYPE, "principalId", user.id()));
    }

    /** A key that is none of a grant is a filter that finds nothing to compare with (field-findings.md §1). */
    private static GraphError missing(String key) {
        return KeyBytes.isPermissionGrant(key)
                ? GraphError.notFound(key)
                : GraphError.unsupportedQuery("Filter is invalid. id");
    }

    private static Entity create(GraphCall call, ObjectNode body) {
        for (String property : new String[] {"clientId", "consentType", "resourceId"}) {
            if (Required.missing(body, property)) {
                throw DirectoryErrors.valueRequired(property, "OAuth2PermissionGrant");
            }
        }
        Session session = call.session();
        String client = requireObject(session, body, "clientId", "servicePrincipal");
        String resource = requireObject(session, body, "resourceId", "servicePrincipal");
        String principal = principal(session, body);
        String id = KeyBytes.permissionGrant(client, resource, principal);
        if (session.find(TYPE, id).isPresent()) {
            throw DirectoryErrors.permissionEntryExists();
        }
        Entity grant = build(id, client, resource, principal, body);
        insert(session, grant);
        AuditLog.record(call, event(call, "Add delegated permission grant", "Assign", grant));
        return grant;
    }

    /** Delegated permissions of one resource that are consented to, by a user for itself or by an administrator for all. */
    public record Consent(Entity client, Entity resource, Optional<String> user, Set<String> scopes) {}

    /** Adds what was consented to, to the grant that is there. */
    public static void consent(Session session, Consent consent, Actor actor, Instant now) {
        String principal = consent.user().orElse(null);
        String client = consent.client().id();
        String resource = consent.resource().id();
        String id = KeyBytes.permissionGrant(client, resource, principal);
        Optional<Entity> there = session.find(TYPE, id);
        Set<String> scopes = new LinkedHashSet<>(consent.scopes());
        there.ifPresent(grant -> scopes.addAll(List.of(grant.text("scope").split(" "))));
        String scope = String.join(" ", scopes).strip();
        if (there.isPresent()) {
            Entity grant = there.get().set("scope", scope);
            session.update(grant);
            session.changes().changed(Change.updated(grant, List.of("scope")));
        } else {
            ObjectNode body = Json.object()
                    .put("consentType", principal == null ? FOR_ALL : FOR_ONE)
                    .put("scope", scope);
            insert(session, build(id, client, resource, principal, body));
        }
        AuditEvent granted = AuditEvent.of("Add delegated permission grant", "ApplicationManagement", "Assign")
                .target(consent.resource())
                .modified("DelegatedPermissionGrant.Scope", null, Json.quoted(scope))
                .target(consent.client());
        AuditEvent consented = AuditEvent.of("Consent to application", "ApplicationManagement", "Assign")
                .target(consent.client())
                .modified("ConsentContext.IsAdminConsent", null, Json.quoted(principal == null ? "True" : "False"));
        AuditLog.record(session, now, actor, List.of(granted, consented));
    }

    private static Entity build(String id, String client, String resource, String principal, ObjectNode body) {
        return Entity.of(TYPE, id)
                .set("clientId", client)
                .set("consentType", body.get("consentType"))
                .set("principalId", principal)
                .set("resourceId", resource)
                .set("scope", body.path("scope").asText(""))
                .set("startTime", body.get("startTime"))
                .set("expiryTime", body.get("expiryTime"));
    }

    private static void insert(Session session, Entity grant) {
        try {
            session.insert(grant);
            session.changes().changed(Change.of(grant, Change.Kind.CREATED));
        } catch (UniqueViolation violation) {
            throw DirectoryErrors.permissionEntryExists();
        }
    }

    /** Named where the grant is for one user, absent where it is for all. */
    private static String principal(Session session, ObjectNode body) {
        return switch (body.get("consentType").asText()) {
            case FOR_ALL -> {
                if (!Required.missing(body, "principalId")) {
                    throw GraphError.badRequest("One or more property values specified are invalid.");
                }
                yield null;
            }
            case FOR_ONE -> {
                if (Required.missing(body, "principalId")) {
                    throw DirectoryErrors.valueRequired("principalId", "OAuth2PermissionGrant");
                }
                yield requireObject(session, body, "principalId", "user");
            }
            default -> throw DirectoryErrors.invalidValue("consentType", "OAuth2PermissionGrant");
        };
    }

    private static String requireObject(Session session, ObjectNode body, String property, String type) {
        String id = body.get(property).asText();
        return session.find(type, Ids.canonical(id))
                .orElseThrow(() -> GraphError.notFound(id))
                .id();
    }

    /** Only the scope changes; the rest is the key. */
    private static void update(GraphCall call, Entity grant, ObjectNode body) {
        for (String property : new String[] {"clientId", "consentType", "principalId", "resourceId"}) {
            if (body.has(property) && !body.get(property).asText().equals(String.valueOf(grant.text(property)))) {
                throw DirectoryErrors.readOnly(property);
            }
        }
        grant.set("scope", body.path("scope").asText(grant.text("scope")));
        call.session().update(grant);
        call.session().changes().changed(Change.updated(grant, List.of("scope")));
        AuditLog.record(call, event(call, "Update delegated permission grant", "Update", grant));
    }

    private static void delete(GraphCall call, Entity grant) {
        call.session().remove(grant);
        call.session().changes().changed(Change.of(grant, Change.Kind.PURGED));
        AuditLog.record(call, event(call, "Remove delegated permission grant", "Unassign", grant));
    }

    private static AuditEvent event(GraphCall call, String activity, String operation, Entity grant) {
        AuditEvent event = AuditEvent.of(activity, "ApplicationManagement", operation);
        call.session().find("servicePrincipal", grant.text("resourceId")).ifPresent(event::target);
        call.session().find("servicePrincipal", grant.text("clientId")).ifPresent(event::target);
        return event;
    }
}
