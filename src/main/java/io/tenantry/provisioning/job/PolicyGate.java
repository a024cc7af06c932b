package io.tenantry.provisioning.job;

import io.tenantry.policy.CloudPair;
import io.tenantry.policy.PartnerView;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the policies of both tenants let users through (cross-tenant-access-policy.md §6.5). */
@ApplicationScoped
public class PolicyGate {
    /** A closed gate. {@link #cycleCode} is what runs show for it, {@link #code} what a connection test does. */
    public record Refusal(String code, String cycleCode, String message) {}

    /**
     * The gates in their order, and why the first closed one is closed.
     *
     * @param target empty where there is no such tenant
     */
    public record Verdict(Optional<Tenant> target, List<Gate> gates, Optional<Refusal> refusal) {}

    private static final String CONSENT = "automaticUserConsentSettings";
    private static final String SYNC_POLICY = "AzureActiveDirectoryCrossTenantSyncPolicyCheckFailure";
    private static final String REDEMPTION = "AzureDirectoryB2BManagementPolicyCheckFailure";
    private static final String SOURCE_CLOSED =
            "The source tenant has not enabled automatic user consent with the target tenant. Please enable the outbound cross-tenant"
                    + " access policy for automatic user consent in the source tenant. aka.ms/TroubleshootingCrossTenantSyncPolicyCheck";
    private static final String TARGET_CLOSED =
            "The target tenant has not enabled inbound synchronization with this tenant. Please request the target tenant admin to"
                    + " enable the inbound synchronization on their cross-tenant access policy. Learn more:"
                    + " aka.ms/TroubleshootingCrossTenantSyncPolicyCheck";

    private final Tenants tenants;

    public PolicyGate(Tenants tenants) {
        this.tenants = tenants;
    }

    public Verdict check(Session source, String companyId) {
        return check(source, companyId, Proposal.NONE);
    }

    /** With the proposal's policies in place of those that are stored. */
    public Verdict check(Session source, String companyId, Proposal proposal) {
        return tenants.byId(companyId)
                .filter(tenant -> CloudGate.reaches(source, tenant))
                .map(target -> check(source, target, proposal))
                .orElseGet(
                        () -> new Verdict(Optional.empty(), List.of(), Optional.of(unknownTenant(source, companyId))));
    }

    private static Verdict check(Session source, Tenant target, Proposal proposal) {
        Session there = source.of(target);
        String sourceId = source.tenant().id();
        PartnerView home = proposal.sourcePartner()
                .map(patch -> PartnerView.proposed(source, target.id(), patch))
                .orElseGet(() -> PartnerView.of(source, target.id()));
        PartnerView resource = proposal.targetPartner()
                .map(patch -> PartnerView.proposed(there, sourceId, patch))
                .orElseGet(() -> PartnerView.of(there, sourceId));
        List<Gate> gates = gates(home, resource);
        return new Verdict(
                Optional.of(target), gates, CloudGate.refusal(source, there).or(() -> closed(gates)));
    }

    private static List<Gate> gates(PartnerView home, PartnerView resource) {
        boolean allowed = resource.inbound().usersAllowed();
        return List.of(
                new Gate(
                        "sourceRedemption",
                        home.policy().consentsOutbound(),
                        home.policy().told(CONSENT, "outboundAllowed")),
                new Gate(
                        "targetSynchronization",
                        allowed,
                        "identitySynchronization.userSyncInbound.isSyncAllowed " + allowed),
                new Gate(
                        "targetRedemption",
                        resource.policy().consentsInbound(),
                        resource.policy().told(CONSENT, "inboundAllowed")));
    }

    /** Why the first gate that is not open keeps everybody out. */
    private static Optional<Refusal> closed(List<Gate> gates) {
        return Stream.of(
                        new Refusal(SYNC_POLICY, REDEMPTION, SOURCE_CLOSED),
                        new Refusal(SYNC_POLICY, SYNC_POLICY, TARGET_CLOSED),
                        new Refusal(SYNC_POLICY, REDEMPTION, TARGET_CLOSED))
                .skip(gates.stream().takeWhile(Gate::met).count())
                .findFirst();
    }

    private static Refusal unknownTenant(Session source, String id) {
        String code = "ExternalTenantNotFound";
        return new Refusal(
                code,
                code,
                "This tenant was not found by the authentication authority of the current cloud: " + id
                        + ". The authentication authority is https://login."
                        + CloudPair.endpoint(source.tenant().cloud()) + "/" + id + ".");
    }
}
