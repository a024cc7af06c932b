package io.tenantry.provisioning.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.policy.CloudPair;
import io.tenantry.policy.InboundSynchronization;
import io.tenantry.provisioning.expression.value.Surroundings;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.MappingCompiler;
import io.tenantry.provisioning.mapping.MappingPlan;

/**
 * What decides about the groups of a job (provisioning-engine.md §11).
 *
 * @param enabled whether the job carries groups: their mapping is on, and who is assigned is in scope, not everyone,
 *     and the target is in the same cloud
 * @param letIn whether the target lets groups of the source in
 * @param roleEnabledLetIn likewise groups that can hold roles, as such
 */
public record GroupSynchronization(MappingPlan plan, boolean enabled, boolean letIn, boolean roleEnabledLetIn) {
    static GroupSynchronization of(
            JsonNode schema,
            Surroundings surroundings,
            JobSettings settings,
            InboundSynchronization inbound,
            CloudPair clouds) {
        boolean mapped = MappingCompiler.objectMapping(schema, "Group")
                .filter(mapping -> mapping.path("enabled").asBoolean())
                .isPresent();
        return new GroupSynchronization(
                mapped ? MappingCompiler.groups(schema, surroundings) : MappingPlan.NONE,
                mapped && !settings.syncAll() && clouds.carriesGroups(),
                inbound.groupsAllowed(),
                inbound.roleEnabledGroupsAllowed());
    }

    /** Why a group waits; {@code setting} of the target's policy is off. */
    public static Failure closed(String setting) {
        return new Failure(
                "AzureActiveDirectoryCrossTenantSyncPolicyCheckFailure",
                "The target tenant has not enabled inbound synchronization of such groups with this tenant (" + setting
                        + ").",
                "Request the target tenant admin to enable the inbound synchronization of groups on their cross-tenant access policy.");
    }
}
