package io.tenantry.world;

import io.tenantry.store.Session;

/**
 * Fired synchronously, within the transaction, when a service principal is deleted, softly or for good: what was configured on it ends.
 *
 * @param id of the service principal
 */
public record ServicePrincipalDeleted(Session session, String id) {}
