package io.tenantry.provisioning.link;

/**
 * A group whose members flow once all users have been looked at.
 *
 * @param logId its entry in the provisioning log
 */
public record PendingMembers(String groupId, String logId) {}
