package io.tenantry.provisioning.link;

/**
 * A manager who was not linked yet when his report was looked at; tried again when everyone has been.
 *
 * @param logId entry of the report in the provisioning log
 */
public record PendingReference(String sourceId, String managerId, String logId) {}
