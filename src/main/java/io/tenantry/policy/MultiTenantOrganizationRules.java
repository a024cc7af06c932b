package io.tenantry.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** {@code /tenantRelationships/multiTenantOrganization} and its join request (cross-tenant-access-policy.md §4.7). */
@ApplicationScoped
public class MultiTenantOrganizationRules implements Family {
    static final String PATH = "/tenantRelationships/multiTenantOrganization";

    private final MultiTenantOrganizations organizations;

    MultiTenantOrganizationRules(MultiTenantOrganizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public void register(GraphRegistry graph) {
        graph.single(PATH, (call, owner) -> Optional.of(shown(call.session())));
        graph.write("PUT", PATH, (call, target, body) -> create(call, body));
        graph.update(PATH, (call, target, body) -> update(call, body));
        graph.single(
                PATH + "/joinRequest",
                (call, owner) -> PolicyObjects.single(call.session(), PolicyObjects.JOIN_REQUEST));
        graph.update(PATH + "/joinRequest", (call, target, body) -> join(call, body));
    }

    /** A tenant without one sees an inactive organization without id. */
    private static Entity shown(Session session) {
        return OrganizationCopy.in(session).map(OrganizationCopy::organization).orElseGet(() -> new Entity(
                        PolicyObjects.ORGANIZATION, "", "", Json.object())
                .set("state", "inactive"));
    }

    private Answer create(GraphCall call, ObjectNode body) {
        Session session = call.session();
        organizations.lock(session);
        if (OrganizationCopy.in(session).isPresent()) {
            throw PolicyErrors.organizationExists();
        }
        Entity draft = new Entity(PolicyObjects.ORGANIZATION, "", "", Json.object());
        apply(draft, body);
        draft.set("createdDateTime", call.now()).set("state", "active");
        OrganizationCopy copy = organizations.create(session, draft.properties(), founder(call));
        PolicyAudit.of(call, "Create a MultiTenantOrg", "MultiTenantOrg", "Add")
                .changes(List.of("displayName", "description"), null, copy.organization())
                .record();
        return new Answer.One(201, copy.organization(), null);
    }

    private static Entity founder(GraphCall call) {
        String own = call.tenant().id();
        return PolicyObjects.keyedByTenant(PolicyObjects.MEMBER, "", own)
                .set("displayName", call.tenant().displayName())
                .set("addedDateTime", call.now())
                .set("addedByTenantId", own)
                .set("role", "owner")
                .set("state", "active");
    }

    private void update(GraphCall call, ObjectNode body) {
        organizations.lock(call.session());
        OrganizationCopy copy = ownersCopy(call);
        Entity before = copy.organization().copy();
        organizations.changeOrganization(copy, organization -> apply(organization, body));
        PolicyAudit.of(call, "Update a MultiTenantOrg", "MultiTenantOrg", "Update")
                .changes(
                        List.of("displayName", "description"),
                        before,
                        OrganizationCopy.in(call.session()).orElseThrow().organization())
                .record();
    }

    /** The caller's copy, where the caller is an owner. */
    static OrganizationCopy ownersCopy(GraphCall call) {
        OrganizationCopy copy = OrganizationCopy.in(call.session()).orElseThrow(PolicyErrors::notFound);
        if (!copy.isActiveOwner(call.tenant().id())) {
            throw GraphError.denied();
        }
        return copy;
    }

    private static void apply(Entity organization, ObjectNode body) {
        body.properties().forEach(field -> organization.set(field.getKey(), field.getValue()));
    }

    /** Answers 204 whatever comes of it; the record tells. */
    private void join(GraphCall call, ObjectNode body) {
        Session session = call.session();
        String ownerId = TenantIds.required(body, JoinRequests.ADDED_BY);
        if (ownerId.equals(JoinRequests.NOBODY)) {
            JoinRequests.reset(session);
            return;
        }
        organizations.lock(session);
        Optional<String> role = organizations.join(session, ownerId, call.now());
        if (role.isPresent()) {
            JoinRequests.joined(session, ownerId, role.get());
            PolicyAudit.of(call, "Tenant joining MultiTenantOrg tenant", MemberRules.AUDITED, "Update")
                    .value("tenantId", null, call.tenant().id())
                    .value("MultiTenantOrgAddedByTenantId", null, ownerId)
                    .record();
        } else {
            JoinRequests.failed(session, ownerId);
        }
    }
}
