package io.tenantry.directory.application;

import io.tenantry.audit.Actor;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.ObjectAudit;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The applications that a tenant can have: its own, those of Microsoft, and those that another tenant offers to all. */
@ApplicationScoped
public class OfferedApplications {
    /** @param owner id of the tenant in which the application is registered */
    public record Offer(Entity application, String owner) {
        Entity servicePrincipal() {
            return ServicePrincipalObjects.of(application, owner);
        }
    }

    private final Tenants tenants;

    OfferedApplications(Tenants tenants) {
        this.tenants = tenants;
    }

    public Optional<Offer> find(Session session, String appId) {
        return session.findBy("application", "appId", appId)
                .map(application -> new Offer(application, session.tenant().id()))
                .or(() -> FirstPartyApplications.application(appId)
                        .map(application -> new Offer(application, FirstPartyApplications.OWNER)))
                .or(() -> elsewhere(session, appId));
    }

    private Optional<Offer> elsewhere(Session session, String appId) {
        return tenants.all().stream()
                .filter(tenant -> tenant.key() != session.tenant().key())
                .flatMap(tenant -> session.of(tenant).findBy("application", "appId", appId).stream()
                        .filter(application -> !"AzureADMyOrg".equals(application.text("signInAudience")))
                        .map(application -> new Offer(application, tenant.id())))
                .findFirst();
    }

    /** Gives the tenant a service principal, as the first consent to an application does. */
    public Entity install(Session session, Offer offer, Actor actor, Instant now) {
        Entity principal = offer.servicePrincipal().set("createdDateTime", now);
        DirectoryObjects.create(session, principal);
        AuditLog.record(
                session,
                now,
                actor,
                List.of(ObjectAudit.added("Add service principal", "ApplicationManagement", principal)));
        return principal;
    }
}
