package io.tenantry.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A multitenant organization across its tenants (cross-tenant-access-policy.md §4.7). Each active tenant keeps a copy; this class alone
 * writes into several tenants, in one transaction, so that the copies agree. What the service does within hours happens at once.
 */
@ApplicationScoped
class MultiTenantOrganizations {
    /** Active tenants, owner included; held when a tenant joins. */
    private static final int TENANT_LIMIT = 100;

    private final Tenants tenants;

    MultiTenantOrganizations(Tenants tenants) {
        this.tenants = tenants;
    }

    /**
     * One change of organizations at a time: two tenants that join at once must each find the other. Locks the row of the server's first
     * tenant until the transaction ends; the embedded store has one writer anyway.
     */
    void lock(Session session) {
        session.of(tenants.all().get(0)).takeTurn();
    }

    /** Founds one with the tenant as its owner. */
    OrganizationCopy create(Session session, ObjectNode properties, Entity founder) {
        OrganizationCopy copy = OrganizationCopy.make(session, properties);
        copy.insert(founder);
        return copy;
    }

    void changeOrganization(OrganizationCopy origin, Consumer<Entity> change) {
        everyCopy(origin).forEach(copy -> {
            change.accept(copy.organization());
            copy.session().update(copy.organization());
        });
    }

    void addMember(OrganizationCopy origin, Entity member) {
        everyCopy(origin).forEach(copy -> copy.insert(member));
    }

    void changeMember(OrganizationCopy origin, Entity member) {
        everyCopy(origin).forEach(copy -> copy.update(member));
    }

    /** Takes a tenant out; the last active one takes the organization with it. */
    void removeMember(OrganizationCopy origin, Entity member) {
        List<OrganizationCopy> copies = everyCopy(origin);
        for (OrganizationCopy copy : copies) {
            Session session = copy.session();
            if (session.tenant().id().equals(member.id())) {
                copies.forEach(other -> MemberPartners.disconnect(
                        session, other.session().tenant().id()));
                copy.dissolve();
                JoinRequests.reset(session);
            } else {
                copy.remove(member.id());
                MemberPartners.disconnect(session, member.id());
            }
        }
    }

    /** Lets a tenant in that an active owner has added; the role it got, none where it may not join. */
    Optional<String> join(Session joiner, String ownerId, Instant now) {
        Optional<OrganizationCopy> origin = joinable(joiner, ownerId);
        Optional<Entity> pending =
                origin.flatMap(copy -> copy.member(joiner.tenant().id()));
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        Entity member = activated(pending.get(), now);
        List<OrganizationCopy> others = everyCopy(origin.get());
        others.forEach(copy -> copy.update(member));
        OrganizationCopy own = OrganizationCopy.make(joiner, origin.get().shared());
        origin.get().members().forEach(own::insert);
        for (OrganizationCopy other : others) {
            MemberPartners.connect(other.session(), member);
            String otherId = other.session().tenant().id();
            MemberPartners.connect(joiner, own.member(otherId).orElseThrow());
        }
        return Optional.of(member.text("role"));
    }

    /** The owner's copy, where the joiner is in no organization, the owner is an active owner of one and there is room. */
    private Optional<OrganizationCopy> joinable(Session joiner, String ownerId) {
        if (OrganizationCopy.in(joiner).isPresent()) {
            return Optional.empty();
        }
        return tenants.byId(ownerId)
                .flatMap(owner -> OrganizationCopy.in(joiner.of(owner)))
                .filter(copy -> copy.isActiveOwner(ownerId))
                .filter(copy -> copy.activeTenants().size() < TENANT_LIMIT);
    }

    private static Entity activated(Entity pending, Instant now) {
        Entity member = pending.copy();
        member.set("role", member.get("transitionDetails").path("desiredRole").asText());
        return member.set("state", "active").set("joinedDateTime", now).set("transitionDetails", (String) null);
    }

    private List<OrganizationCopy> everyCopy(OrganizationCopy origin) {
        return origin.activeTenants().stream()
                .map(id -> origin.session().of(tenants.byId(id).orElseThrow()))
                .map(session -> OrganizationCopy.in(session).orElseThrow())
                .toList();
    }
}
