package io.tenantry.provisioning.job;

import io.tenantry.provisioning.mapping.MappingPlan;

/**
 * What decides about the objects of a job: its schema, compiled, its settings, and what the target allows.
 *
 * @param invitesAllowed whether the target takes in anybody by invitation
 */
public record JobRules(MappingPlan plan, GroupSynchronization groups, JobSettings settings, boolean invitesAllowed) {}
