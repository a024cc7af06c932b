package io.tenantry.provisioning.job;

import io.tenantry.policy.CloudPair;
import io.tenantry.policy.EffectivePolicy;
import io.tenantry.policy.InboundSynchronization;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whether the policies of both tenants let users through (cross-tenant-access-policy.md §6.5). */
@ApplicationScoped
public class PolicyGate {
    /** A closed gate. {@link #cycleCode} is what runs show for it, {@link #code} what a connection test does. */
    public record Refusal(String code, String cycleCode, String message) {}

    /** An open gate, or why it is closed. */
    public record Verdict(Optional<Tenant> target, Optional<Refusal> refusal) {
        public boolean open() {
            return refusal.isEmpty();
        }
    }

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
        Optional<Tenant> target = tenants.byId(companyId).filter(tenant -> CloudGate.reaches(source, tenant));
        return new Verdict(
                target,
                target.isEmpty() ? Optional.of(unknownTenant(source, companyId)) : refusal(source, target.get()));
    }

    private static Optional<Refusal> refusal(Session source, Tenant target) {
        Session other = source.of(target);
        Optional<Refusal> foreign = CloudGate.refusal(source, other);
        if (foreign.isPresent()) {
            return foreign;
        }
        String home = source.tenant().id();
        if (!EffectivePolicy.of(source, target.id()).consentsOutbound()) {
            return Optional.of(new Refusal(SYNC_POLICY, REDEMPTION, SOURCE_CLOSED));
        }
        if (!InboundSynchronization.of(other, home).usersAllowed()) {
            return Optional.of(new Refusal(SYNC_POLICY, SYNC_POLICY, TARGET_CLOSED));
        }
        return EffectivePolicy.of(other, home).consentsInbound()
                ? Optional.empty()
                : Optional.of(new Refusal(SYNC_POLICY, REDEMPTION, TARGET_CLOSED));
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
