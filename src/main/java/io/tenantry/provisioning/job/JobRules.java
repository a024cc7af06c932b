package io.tenantry.provisioning.job;

import io.tenantry.provisioning.mapping.MappingPlan;

/**
 * What decides about the users of a job: its schema, compiled, its settings, and what the target allows.
 *
 * @param invitesAllowed whether the target takes in anybody by invitation
 */
public record JobRules(MappingPlan plan, JobSettings settings, boolean invitesAllowed) {}
