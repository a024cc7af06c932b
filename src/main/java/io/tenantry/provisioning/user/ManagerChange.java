package io.tenantry.provisioning.user;

/**
 * A user of the target gets another manager.
 *
 * @param former null for none
 */
public record ManagerChange(String user, String former, String manager) {}
