package io.tenantry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.family.CollectionSource;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.family.Sight;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** {@code /tenantRelationships/multiTenantOrganization/tenants}: who belongs to the organization (cross-tenant-access-policy.md §4.7). */
@ApplicationScoped
public class MemberRules implements Family {
    static final String AUDITED = "MultiTenantOrgTenant";
    private static final String PATH = MultiTenantOrganizationRules.PATH + "/tenants";

    private final MultiTenantOrganizations organizations;

    MemberRules(MultiTenantOrganizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public void register(GraphRegistry graph) {
        graph.source(PATH, (call, owner) -> members(call.caller().sight()));
        // E5 when a tenant is to be removed, else E4
        graph.missing(
                PATH + "/{}",
                (method, key) -> method.equals("DELETE") ? GraphError.notFound(key) : PolicyErrors.notFound());
        graph.create(PATH, this::add);
        graph.update(PATH + "/{}", this::changeRole);
        graph.delete(PATH + "/{}", this::remove);
    }

    /** Who does not see the state of tenants knows the active ones only. */
    private static CollectionSource members(Sight sight) {
        return sight.of(PolicyObjects.MEMBER).shows("state")
                ? new CollectionSource.Children(PolicyObjects.MEMBER, "")
                : new CollectionSource.Having(PolicyObjects.MEMBER, "state", "active");
    }

    /** The answer does not show yet that the tenant is on its way; the list afterwards does. */
    private Entity add(GraphCall call, ObjectNode body) {
        organizations.lock(call.session());
        OrganizationCopy copy = MultiTenantOrganizationRules.ownersCopy(call);
        Entity member = pending(call, body);
        if (copy.member(member.id()).isPresent()) {
            throw PolicyErrors.memberExists();
        }
        organizations.addMember(copy, member);
        audit(call, "Add MultiTenantOrg tenant", "Add", null, member);
        return member.copy().set("transitionDetails", (String) null);
    }

    private static Entity pending(GraphCall call, ObjectNode body) {
        String tenantId = TenantIds.required(body);
        JsonNode name = body.path("displayName");
        if (name.asText().isEmpty() || name.isNull()) {
            throw PolicyErrors.required("displayName");
        }
        String role = body.path("role").isTextual() ? body.get("role").asText() : "member";
        return PolicyObjects.keyedByTenant(PolicyObjects.MEMBER, "", tenantId)
                .set("displayName", name)
                .set("addedDateTime", call.now())
                .set("addedByTenantId", call.tenant().id())
                .set("role", role)
                .set("state", "pending")
                .set("transitionDetails", OrganizationCopy.onTheWay(role, "active"));
    }

    /** A pending tenant keeps showing its old role until it joins. */
    private void changeRole(GraphCall call, Entity target, ObjectNode body) {
        organizations.lock(call.session());
        OrganizationCopy copy = MultiTenantOrganizationRules.ownersCopy(call);
        Entity member = copy.member(target.id()).orElseThrow(PolicyErrors::notFound);
        Entity before = member.copy();
        if (!body.path("role").isTextual()) {
            return;
        }
        String role = body.get("role").asText();
        if (!OrganizationCopy.isActive(member)) {
            member.set("transitionDetails", OrganizationCopy.onTheWay(role, "active"));
        } else if (role.equals("owner") || copy.hasOwnerBeside(member.id())) {
            member.set("role", role);
        } else {
            throw PolicyErrors.lastOwner();
        }
        organizations.changeMember(copy, member);
        audit(call, "Update MultiTenantOrg tenant", "Update", before, member);
    }

    private void remove(GraphCall call, Entity target) {
        organizations.lock(call.session());
        OrganizationCopy copy = OrganizationCopy.in(call.session()).orElseThrow(() -> GraphError.notFound(target.id()));
        Entity member = copy.member(target.id()).orElseThrow(() -> GraphError.notFound(target.id()));
        checkRemoval(copy, call.tenant().id(), member.id());
        audit(call, "Delete MultiTenantOrg tenant", "Delete", member, null);
        organizations.removeMember(copy, member);
    }

    /** A member may go; an owner may send anyone away, and go where an owner or nobody remains. */
    private static void checkRemoval(OrganizationCopy copy, String caller, String removed) {
        boolean owner = copy.isActiveOwner(caller);
        if (!caller.equals(removed)) {
            if (!owner) {
                throw GraphError.denied();
            }
        } else if (owner && copy.activeTenants().size() > 1 && !copy.hasOwnerBeside(caller)) {
            throw PolicyErrors.lastOwner();
        }
    }

    private static void audit(GraphCall call, String activity, String operation, Entity before, Entity after) {
        PolicyAudit.of(call, activity, AUDITED, operation)
                .changes(List.of("tenantId", "displayName", "role", "state", "transitionDetails"), before, after)
                .record();
    }
}
