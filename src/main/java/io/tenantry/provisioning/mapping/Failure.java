package io.tenantry.provisioning.mapping;

/**
 * Why one object could not be provisioned (provisioning-engine.md §10).
 *
 * @param recommendedAction what the administrator can do, null for nothing
 */
public record Failure(String code, String reason, String recommendedAction) {}
